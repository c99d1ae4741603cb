// The list of articles, sortable and narrowed by words and outlet. Without this script the list stands in its own order.
"use strict";
(() => {
  const list = document.querySelector("[data-list]");
  const tools = list && list.querySelector("[data-tools]");
  if (!tools) return;
  const groups = Array.from(list.querySelectorAll("details.group"));
  const bodies = groups.map((group) => group.querySelector("tbody"));
  const sizes = bodies.map((body) => body.rows.length);
  let rows = bodies.flatMap((body) => Array.from(body.rows));
  const search = tools.querySelector("[data-search]");
  const outlet = tools.querySelector("[data-outlet]");
  const status = tools.querySelector("[data-status]");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const value = (row, column) => {
    const cell = row.cells[column];
    return "value" in cell.dataset ? cell.dataset.value : cell.textContent;
  };
  const written = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, status.dataset.thousands);

  const narrow = () => {
    const words = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const narrowed = words.length > 0 || outlet.value !== "";
    let shown = 0;
    rows.forEach((row) => {
      const text = row.textContent.toLocaleLowerCase();
      const fits = (!outlet.value || row.cells[2].textContent === outlet.value) && words.every((word) => text.includes(word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    groups.forEach((group, at) => {
      const any = Array.from(bodies[at].rows).some((row) => !row.hidden);
      group.hidden = narrowed && !any;
      if (narrowed && any) group.open = true;
    });
    status.textContent = narrowed
      ? status.dataset.text.replace("%s", written(shown)).replace("%a", written(rows.length))
      : "";
  };

  const sortBy = (column, kind, descending) => {
    const keyed = rows.map((row, at) => ({ row, at, key: value(row, column) }));
    keyed.sort((a, b) => {
      if ((a.key === "") !== (b.key === "")) return a.key === "" ? 1 : -1; // what is not told comes last either way
      const order = kind === "number" ? Number(a.key) - Number(b.key) : collator.compare(a.key, b.key);
      return (descending ? -order : order) || a.at - b.at;
    });
    rows = keyed.map((entry) => entry.row);
    let from = 0;
    bodies.forEach((body, at) => {
      body.append(...rows.slice(from, from + sizes[at]));
      from += sizes[at];
    });
    list.querySelectorAll("th[data-sort]").forEach((head) => {
      if (head.cellIndex === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    narrow();
  };

  list.querySelectorAll("th[data-sort]").forEach((head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () =>
      sortBy(head.cellIndex, head.dataset.sort, head.getAttribute("aria-sort") === "ascending"));
  });
  search.addEventListener("input", narrow);
  outlet.addEventListener("change", narrow);
  tools.hidden = false;
})();

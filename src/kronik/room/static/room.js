// Comforts; every page works without them. Copy buttons for citations; choosing characters with the pointer or the
// keyboard's selection; filters folded on narrow screens; asking again for
// what is still being computed.
"use strict";
(() => {
  document.querySelectorAll("[data-copy]").forEach((citation) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = citation.dataset.copy;
    button.addEventListener("click", async () => {
      const selection = getSelection();
      selection.selectAllChildren(citation);
      try {
        await navigator.clipboard.writeText(citation.textContent);
        button.textContent = citation.dataset.copied;
      } catch {
        // Without the right to write, the citation stands selected.
      }
    });
    citation.after(button);
  });

  const page = document.querySelector("[data-page]");
  if (page) {
    const place = (node, offset) => {
      const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
      if (!piece || !page.contains(piece)) return null;
      const range = document.createRange();
      range.setStart(piece, 0);
      range.setEnd(node, offset);
      return Number(piece.dataset.at.split("-")[0]) + Array.from(range.toString()).length;
    };
    const choose = () => {
      const selection = getSelection();
      if (selection.isCollapsed || !selection.rangeCount) return;
      const range = selection.getRangeAt(0);
      const start = place(range.startContainer, range.startOffset);
      const end = place(range.endContainer, range.endOffset);
      if (start === null || end === null || end <= start) return;
      const target = new URL(page.dataset.page, location.href);
      target.searchParams.set("at", `${start}-${end}`);
      target.hash = "about";
      location.assign(target);
    };
    page.addEventListener("keyup", (event) => event.key === "Enter" && choose());
    page.addEventListener("pointerup", () => setTimeout(choose, 0));
  }

  if (document.querySelector("[data-again]")) setTimeout(() => location.reload(), 5000);

  if (matchMedia("(max-width: 52rem)").matches) {
    document.querySelectorAll("[data-facets]").forEach((facets) => facets.removeAttribute("open"));
  }
})();

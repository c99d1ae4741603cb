"""The evaluation of the text side: treebanks are read with offsets, sentences joined, places counted."""

import json
import subprocess
import sys
from pathlib import Path

from text_side import LABELS, tally, treebank_ends, treebank_forms, treebank_tokens
from treebanks import sentences_of

from kronik.languages.analysis import Voice

ROOT = Path(__file__).resolve().parents[2]
TREEBANK = """# sent_id = a-1
# text = Rumahnya dijual, "laku".
1-2\tRumahnya\t_\t_\t_\t_\t_\t_\t_\t_
1\tRumah\trumah\tNOUN\t_\t_\t3\tnsubj:pass\t_\t_
2\tnya\tnya\tPRON\t_\t_\t1\tnmod\t_\t_
3\tdijual\tjual\tVERB\t_\tMood=Ind|Voice=Pass\t0\troot\t_\tSpaceAfter=No
4\t,\t,\tPUNCT\t_\t_\t3\tpunct\t_\t_
5\t"\t"\tPUNCT\t_\t_\t6\tpunct\t_\tSpaceAfter=No
6\tlaku\tlaku\tVERB\t_\tVoice=Act\t3\tconj\t_\tSpaceAfter=No
7\t"\t"\tPUNCT\t_\t_\t6\tpunct\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

# text = Ia satu-satunya
1\tIa\tia\tPRON\t_\t_\t2\tnsubj\t_\t_
2-3\tsatu-satunya\t_\t_\t_\t_\t_\t_\t_\t_
2\tsatu\tsatu\tNUM\t_\t_\t0\troot\t_\t_
3\tnya\tnya\tPRON\t_\t_\t2\tnmod\t_\t_
"""


def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "a.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return path


def test_words_have_their_offsets(tmp_path: Path):
    first, second = sentences_of(treebank(tmp_path))
    assert [first.text[word.start : word.end] for word in first.words] == [word.form for word in first.words]
    assert [second.text[word.start : word.end] for word in second.words] == ["Ia", "satu-satu", "nya"]
    assert [word.voice for word in first.words if word.upos == "VERB"] == ["Pass", "Act"]


def test_ends_are_those_between_sentences(tmp_path: Path):
    path = treebank(tmp_path)
    assert treebank_ends(path, lambda text: ((0, 24), (25, len(text)))).f1 == 1
    missed = treebank_ends(path, lambda text: ((0, len(text)),))
    assert (missed.right, missed.found, missed.wanted) == (0, 0, 1)
    assert len(missed.errors) == 1


def test_tokens_count_when_both_offsets_are_right(tmp_path: Path):
    found = treebank_tokens(treebank(tmp_path), lambda _, start, end: ((start, 5), (5, end)))
    assert (found.right, found.found, found.wanted) == (1, 4, 11)


def test_forms_are_counted_without_marks(tmp_path: Path):
    forms = treebank_forms(sentences_of(treebank(tmp_path)), lambda form, _: (form.lower(), Voice.PASSIVE))
    assert (forms.lemmas, forms.content, forms.voices) == (6 / 7, 2 / 3, 1 / 2)
    assert forms.errors == ("dijual VERB: dijual, not jual",)


def test_a_tally_is_over_all_texts():
    total = tally([("a. b", {2}, {2}), ("c. d", {2}, {3})])
    assert (total.right, total.found, total.wanted, len(total.errors)) == (1, 2, 2, 2)


def test_labels_are_offsets_and_hold_no_text():
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    assert len({row["sha256"] for row in rows}) == len(rows)
    for row in rows:
        assert set(row) == {"part", "outlet", "sha256", "ends"}
        assert row["ends"] == sorted(set(row["ends"]))


def test_without_the_shared_folder_nothing_is_measured(tmp_path: Path):
    command = [sys.executable, ROOT / "evals" / "text_side.py", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing was measured" in done.stdout


def test_every_fifth_sentence_begins_a_line(tmp_path: Path):
    path = tmp_path / "b.conllu"
    path.write_text("".join(f"# text = Kalimat {number}.\n\n" for number in range(12)), encoding="utf-8")
    command = [sys.executable, ROOT / "training" / "sentences" / "join.py", path]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line.count("Kalimat") for line in lines] == [5, 5, 2]

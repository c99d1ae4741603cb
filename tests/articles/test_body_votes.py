import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.articles.body_blocks import Block, words_of
from kronik.articles.body_votes import votes
from kronik.records.spans import Slice

LEAD = "Banjir merendam tiga desa di tepi sungai sejak selasa dini hari"
SECOND = "Sebelas keluarga pindah ke balai warga sambil menunggu air surut"
THIRD = "Petugas membagikan beras dan selimut kepada warga yang mengungsi"
TEASER = "Harga cabai naik lagi menjelang hari raya kata pedagang pasar"


def blocks_of_lines(*lines: str) -> list[Block]:
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(span=Slice(at, at + len(line)), words=words_of(line), link_share=0.0, box=0, bits=0))
        at += len(line)
    return blocks


@pytest.mark.parametrize(
    ("page", "output", "chosen"),
    [
        ([LEAD, SECOND], f"{LEAD}\n{SECOND}", [0, 1]),
        ([LEAD, TEASER, SECOND], f"{LEAD}\n{SECOND}", [0, 2]),
        ([LEAD, SECOND], "", []),
        ([], LEAD, []),
        ([LEAD.upper(), SECOND], f"{LEAD} - {SECOND}.", [0, 1]),
        ([LEAD, SECOND], f"{SECOND}\n{TEASER}", [1]),
        # the output leaves a linked word out
        ([LEAD, SECOND, THIRD], f"{LEAD}\n{SECOND.replace('balai ', '')}\n{THIRD}", [0, 1, 2]),
        # half of a block is not the block
        ([f"{LEAD} {TEASER} {THIRD}", SECOND], f"{LEAD}\n{SECOND}", [1]),
        # a teaser repeats the lead before the body, and after it
        ([LEAD, TEASER, LEAD, SECOND, THIRD], f"{LEAD}\n{SECOND}\n{THIRD}", [2, 3, 4]),
        ([LEAD, SECOND, THIRD, TEASER, THIRD], f"{LEAD}\n{SECOND}\n{THIRD}", [0, 1, 2]),
        # a short block must be a line
        (["Desa", LEAD, "Warga", SECOND], f"{LEAD}\nWarga\n{SECOND}", [1, 2, 3]),
        # refrains that the output holds as often as the page
        ([LEAD, THIRD, SECOND, THIRD], f"{LEAD}\n{THIRD}\n{SECOND}\n{THIRD}", [0, 1, 2, 3]),
    ],
)
def test_a_block_counts_where_the_output_has_its_words_in_order(
    page: list[str], output: str, chosen: list[int]
) -> None:
    assert sorted(votes(blocks_of_lines(*page), output)) == chosen


@given(st.lists(st.sampled_from([LEAD, SECOND, THIRD, TEASER]), max_size=8, unique=True))
def test_every_block_of_its_own_text_is_found(lines: list[str]) -> None:
    assert votes(blocks_of_lines(*lines), "\n".join(lines)) == frozenset(range(len(lines)))


@given(st.lists(st.text("ab c", max_size=12), max_size=8), st.text("ab c\n", max_size=60))
def test_any_output_is_borne(lines: list[str], output: str) -> None:
    assert votes(blocks_of_lines(*lines), output) <= frozenset(range(len(lines)))

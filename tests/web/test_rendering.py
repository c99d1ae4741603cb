import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from kronik.web.rendering import CHUNK_CHARACTERS, chunks, environment, shown


@given(st.lists(st.text(max_size=40).map(lambda text: text * 997), max_size=12))
def test_chunks_are_the_pieces_joined_and_large(pieces):
    joined = list(chunks(pieces))
    assert "".join(joined) == "".join(pieces)
    assert all(len(chunk) >= CHUNK_CHARACTERS for chunk in joined[:-1])


def test_shown_text_is_escaped_and_names_what_is_not_seen():
    assert shown("<b>\u202e&") == Markup(
        '&lt;b&gt;<span class="unseen" title="U+202E RIGHT-TO-LEFT OVERRIDE">U+202E</span>&amp;'
    )


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_ordinary_text_is_shown_as_it_is(text):
    assert shown(text) == escape(text)


def test_what_a_template_puts_in_is_escaped_in_text_and_in_attributes():
    template = environment().from_string('<p title="{{ x }}">{{ x }}</p>')
    assert template.render(x='"><i>\u2066') == '<p title="&#34;&gt;&lt;i&gt;[U+2066]">&#34;&gt;&lt;i&gt;[U+2066]</p>'


def test_a_language_attribute_holds_a_code_or_is_not_there():
    template = environment().from_string("<p{{ code | lang }}>")
    assert [template.render(code=code) for code in ("id", "und", 'id" x="', "ID", "")] == [
        '<p lang="id">',
        *["<p>"] * 4,
    ]


def test_nothing_is_imported_before_a_page_is_drawn():
    program = "import sys; import kronik.web.report; print('jinja2' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"

"""Repetition: second copies, the headline in the body, doubled links, pages that stand twice."""

from article_pages import LAST, MORE, PROSE, lines, removed, text_page

from kronik.articles.article import article_of


def test_a_second_copy_of_a_paragraph_goes_and_shows_the_first(packs):
    text = lines(PROSE, MORE, LAST, PROSE)
    article = article_of(text_page(text, title="Jembatan"), packs)
    assert article.prose == lines(PROSE, MORE, LAST)
    entry = article.ledger[-1]
    assert (str(entry.reason), entry.evidence[0].start) == ("duplicate", 0)


def test_short_lines_of_a_list_may_repeat(packs):
    text = lines(PROSE, "- Libur nasional", "- Cuti bersama", "- Libur nasional", MORE)
    assert removed(article_of(text_page(text, title="Jembatan"), packs), text) == []


def test_a_note_with_an_asterisk_may_stand_under_several_lists(packs):
    note = "*Ada tambahan pelayaran sore: pukul 16.00 sampai 18.30 (hari libur)"
    text = lines(PROSE, "Dermaga Utara", note, "Dermaga Selatan", note, MORE)
    assert removed(article_of(text_page(text, title="Jembatan"), packs), text) == []


def test_a_claim_and_its_source_in_the_same_words_are_no_link(packs):
    claim = "Detik Jembatan Lembayung Runtuh ke Sungai"
    text = lines(PROSE, f'"{claim}', claim, MORE)
    assert removed(article_of(text_page(text, title="Jembatan"), packs), text) == []


def test_a_doubled_headline_is_a_link_to_another_item(packs):
    link = "Video Nelayan Teluk Damai Panen Raya di Musim Barat"
    text = lines(PROSE, MORE, link, link)
    article = article_of(text_page(text, title="Jembatan"), packs)
    assert article.prose == lines(PROSE, MORE)


def test_the_headline_in_the_body_goes(packs):
    title = "Jembatan Lembayung Akhirnya Diresmikan Wali Kota"
    text = lines(title, PROSE, MORE)
    article = article_of(text_page(text, title=title), packs)
    assert removed(article, text) == [(title, "headline")]


def test_a_lead_in_the_words_of_the_headline_stays(packs):
    lead = "JEMBATAN Lembayung akhirnya diresmikan wali kota."
    text = lines(lead, PROSE, MORE)
    article = article_of(text_page(text, title="Jembatan Lembayung Akhirnya Diresmikan Wali Kota"), packs)
    assert lead in article.prose


def test_a_page_that_stands_twice_is_read_once_and_its_links_are_found(packs):
    links = "Baca JugaPasar Apung Kembali DibukaHarga Ikan Naik Jelang Musim Barat"
    body = (PROSE, MORE, LAST, "Wali kota menutup sambutannya dengan pantun yang disambut tepuk tangan warga sekitar.")
    text = lines("".join((body[0], body[1], links, body[2], body[3])), *body)
    article = article_of(text_page(text, title="Jembatan"), packs)
    assert article.prose == "".join(body)
    assert ("related", links) in {(reason, quote) for quote, reason in removed(article, text)}


def test_an_item_of_a_list_that_the_prose_told_before_stays(packs):
    item = "Rani Puspa sebagai Kepala Dinas Pekerjaan Umum dan Perahu"
    text = lines(PROSE, f"Wali kota melantik {item}, kata juru bicaranya pada hari yang sama.", "Susunan", item, MORE)
    assert removed(article_of(text_page(text, title="Jembatan"), packs), text) == []


def test_a_sentence_that_stands_within_an_earlier_line_goes(packs):
    text = lines(PROSE, f"{MORE}{LAST}", LAST)
    assert removed(article_of(text_page(text, title="Jembatan"), packs), text) == [(LAST, "duplicate")]

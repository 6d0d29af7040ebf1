"""Invented pages in hundreds of templates, with the blocks that they hold known by construction.

A template is one choice each of shell, headline, byline, picture, credit, related box, comments and overlay: the ways in which the
common systems (WordPress and its themes, AMP, Arc, Drupal, table layouts, microdata, pages without any semantic tag) build a page.
"""

from __future__ import annotations

import html
import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.clean.template_texts import LANGUAGES, Texts

MAKER = "Lena Vostrik"
AUTHOR = "Karim Haddad"


@dataclass(frozen=True, slots=True)
class Template:
    """A page and what it holds."""

    name: str
    markup: str
    texts: Texts
    captions: tuple[str, ...]
    credits: tuple[str, ...]
    comments: tuple[str, ...]


def e(text: str) -> str:
    return html.escape(text, quote=False)


# Shells: title block, pieces of the body, what stands after it -> the inside of <body>.
Shell = Callable[[str, list[str], str, "Texts"], str]


def wordpress(top: str, body: list[str], after: str, texts: Texts) -> str:
    return (
        f"<div id='page' class='site'><header class='site-header'>{menu(texts)}</header><div class='site-content'>"
        f"<article class='post type-post hentry category-news'>{top}<div class='entry-content'>{''.join(body)}</div></article>"
        f"{after}<aside class='widget-area sidebar'>{teasers(texts)}</aside></div><footer class='site-footer'>© Orra Post</footer></div>"
    )


def amp(top: str, body: list[str], after: str, texts: Texts) -> str:
    return (
        f"<amp-sidebar id='s'>{menu(texts)}</amp-sidebar><main><article class='amp-wp-article'>"
        f"<header class='amp-wp-article-header'>{top}</header><div class='amp-wp-article-content'>{''.join(body)}</div></article>"
        f"{after}</main><footer class='amp-wp-footer'><p>© Orra Post</p></footer>"
    )


def arc(top: str, body: list[str], after: str, texts: Texts) -> str:
    inner = "".join(
        f"{piece}<div class='c-ad b-xk3 arcad-feature'></div>" if i % 3 == 2 else piece for i, piece in enumerate(body)
    )
    return (
        f"<div id='fusion-app'><div class='c-nav b-17a'>{menu(texts)}</div><main class='c-grid b-2xl'><div class='c-stack'>{top}"
        f"<article class='b-article-body'>{inner}</article></div></main>{after}<div class='c-footer'>{menu(texts)}</div></div>"
    )


def drupal(top: str, body: list[str], after: str, texts: Texts) -> str:
    return (
        f"<div class='region region-navigation'>{menu(texts)}</div><div class='region region-content'>"
        f"<div class='node node--type-article' role='article'>{top}"
        f"<div class='field field--name-body field--type-text-with-summary field__item'>{''.join(body)}</div></div></div>{after}"
    )


def tables(top: str, body: list[str], after: str, texts: Texts) -> str:
    return (
        f"<table width='100%'><tr><td colspan='3' class='topbar'>{menu(texts)}</td></tr><tr><td class='left' width='160'>"
        f"{menu(texts)}</td><td class='story' valign='top'>{top}{''.join(body)}</td>"
        f"<td width='200'>{teasers(texts)}</td></tr></table>{after}"
    )


def microdata(top: str, body: list[str], after: str, texts: Texts) -> str:
    return (
        f"{menu(texts)}<div itemscope itemtype='https://schema.org/NewsArticle'>{top}"
        f"<div itemprop='articleBody'>{''.join(body)}</div></div>{after}"
    )


def bare(top: str, body: list[str], after: str, texts: Texts) -> str:
    return f"{menu(texts)}{top}{''.join(body)}{after}<hr>© Orra Post"


def hashed(top: str, body: list[str], after: str, texts: Texts) -> str:
    wrapped = "".join(f"<div class='sc-fUnMCh lmuWgJ'>{piece}</div>" for piece in body)
    return (
        f"<div id='__next'><div class='sc-a1 kQxz'>{menu(texts)}</div><div class='sc-b2 ePqr'>{top}"
        f"<div class='sc-c3'>{wrapped}</div></div>{after}</div>"
    )


def sections(top: str, body: list[str], after: str, texts: Texts) -> str:
    wrapped = "".join(f"<section class='article__section text-block'>{piece}</section>" for piece in body)
    return f"<nav>{menu(texts)}</nav><main>{top}<div class='article__body'>{wrapped}</div></main>{after}"


def sidebar_grid(top: str, body: list[str], after: str, texts: Texts) -> str:
    """The body's own class name says something else than it is."""
    return (
        f"<div class='page'>{menu(texts)}<div class='sidebar-grid'>{top}<div class='sidebar-grid__content'>{''.join(body)}</div>"
        f"<div class='sidebar-grid__side'>{teasers(texts)}</div></div>{after}</div>"
    )


SHELLS: tuple[Shell, ...] = (
    wordpress, amp, arc, drupal, tables, microdata, bare, hashed, sections, sidebar_grid,
)  # fmt: skip


def menu(texts: Texts) -> str:
    links = "".join(f"<li><a href='/{i}'>{e(word)}</a></li>" for i, word in enumerate(texts.title.split()[:6]))
    return f"<ul class='menu'>{links}</ul>"


def teasers(texts: Texts) -> str:
    return "".join(
        f"<div class='card'><h3><a href='/t{i}'>{e(other)}</a></h3><p>{e(other)} {e(texts.standfirst)}.</p></div>"
        for i, other in enumerate(texts.others)
    )


# Paragraphs.
def as_p(paragraphs: list[tuple[str, str]]) -> list[str]:
    return [f"<h2>{e(text)}</h2>" if kind == "h" else f"<p>{e(text)}</p>" for kind, text in paragraphs]


def as_classed_p(paragraphs: list[tuple[str, str]]) -> list[str]:
    return [
        f"<h3 class='crosshead'>{e(text)}</h3>" if kind == "h" else f"<p class='article-text'>{e(text)}</p>"
        for kind, text in paragraphs
    ]


def as_divs(paragraphs: list[tuple[str, str]]) -> list[str]:
    return [
        f"<h2>{e(text)}</h2>" if kind == "h" else f"<div class='txt'><span>{e(text)}</span></div>"
        for kind, text in paragraphs
    ]


def as_breaks(paragraphs: list[tuple[str, str]]) -> list[str]:
    run = "<br><br>\n".join(f"<b>{e(text)}</b>" if kind == "h" else e(text) for kind, text in paragraphs)
    return [f"<div class='storytext'>{run}</div>"]


PROSE = (as_p, as_classed_p, as_divs, as_breaks)


# Pictures: caption, credit -> markup, and the credit that is expected.
def figure(caption: str, credit: str) -> tuple[str, str]:
    return (
        f"<figure><img src='/m.jpg' width='800'><figcaption>{e(caption)} <span class='credit'>{e(credit)}</span></figcaption></figure>",
        credit,
    )


def labelled(caption: str, credit: str) -> tuple[str, str]:
    return (
        f"<figure class='wp-block-image'><img src='/m.jpg'><figcaption>{e(caption)}. Photo: {e(credit)}</figcaption></figure>",
        f"Photo: {credit}",
    )


def bracketed(caption: str, credit: str) -> tuple[str, str]:
    return (
        f"<div class='wp-caption alignnone'><img src='/m.jpg'><p class='wp-caption-text'>{e(caption)}. ({e(credit)}/Northwire)</p></div>",
        f"({credit}/Northwire)",
    )


def rights(caption: str, credit: str) -> tuple[str, str]:
    return (
        f"<div class='article-image'><img src='/m.jpg'><div class='image-caption'>{e(caption)}</div>"
        f"<div class='image-copyright'>© {e(credit)}</div></div>",
        f"© {credit}",
    )


def unmarked(caption: str, credit: str) -> tuple[str, str]:
    return (
        f"<div class='sc-p1'><picture><img src='/m.jpg' width='900'></picture><div class='sc-p2'>{e(caption)}</div>"
        f"<div class='sc-p3'>Photo: {e(credit)}</div></div>",
        f"Photo: {credit}",
    )


def gallery(caption: str, credit: str) -> tuple[str, str]:
    return (
        f"<div class='gallery'><div class='gallery-item'><img src='/m.jpg'><span class='gallery-caption'>{e(caption)}</span>"
        f"<span class='photo-credit'>{e(credit)}</span></div></div>",
        credit,
    )


PICTURES = (figure, labelled, bracketed, rights, unmarked, gallery)


# Comments.
def no_comments(texts: Texts) -> str:
    return ""


def wp_comments(texts: Texts) -> str:
    items = "".join(
        f"<li class='comment depth-1' id='c{i}'><article class='comment-body'><footer class='comment-meta'><b class='fn'>reader{i}</b> "
        f"<time datetime='2023-05-0{i + 5}T10:00'>5 May</time></footer><div class='comment-content'><p>{e(text)}</p></div></article></li>"
        for i, text in enumerate(texts.comments)
    )
    return (
        f"<div id='comments' class='comments-area'><h2 class='comments-title'>3 thoughts</h2><ol class='comment-list'>{items}</ol>"
        "<div id='respond'><form><p>Your email address will not be published.</p></form></div></div>"
    )


def disqus(texts: Texts) -> str:
    items = "".join(f"<div class='post-message'><p>{e(text)}</p></div>" for text in texts.comments)
    return f"<div id='disqus_thread'><section id='conversation'>{items}</section></div>"


def coral(texts: Texts) -> str:
    items = "".join(
        f"<div class='coral coral-comment'><div class='Comment-text'>{e(text)}</div></div>" for text in texts.comments
    )
    return f"<div id='coral_thread' class='coral-stream'>{items}</div>"


def facebook(texts: Texts) -> str:
    items = "".join(f"<div class='_3-8y'><span>{e(text)}</span></div>" for text in texts.comments)
    return f"<div class='fb-comments' data-href='x'>{items}</div>"


def schema(texts: Texts) -> str:
    items = "".join(
        f"<div itemprop='comment' itemscope itemtype='https://schema.org/Comment'><p itemprop='text'>{e(text)}</p></div>"
        for text in texts.comments
    )
    return f"<div class='below'>{items}</div>"


def custom(texts: Texts) -> str:
    items = "".join(f"<li><p>{e(text)}</p></li>" for text in texts.comments)
    return f"<div class='reader-feedback'><h3>Comments ({len(texts.comments)})</h3><ul>{items}</ul></div>"


def unmarked_comments(texts: Texts) -> str:
    """No name says that these are comments: only the line above does."""
    items = "".join(f"<p>{e(text)}</p>" for text in texts.comments)
    return f"<div class='sc-x9'><h4>{len(texts.comments)} Comments</h4>{items}</div>"


COMMENTS = (no_comments, wp_comments, disqus, coral, facebook, schema, custom, unmarked_comments)


# Between the paragraphs.
def nothing(texts: Texts) -> str:
    return ""


def inline_link(texts: Texts) -> str:
    return f"<p><strong>Read more:</strong> <a href='/o'>{e(texts.others[0])}</a></p>"


def related_box(texts: Texts) -> str:
    links = "".join(f"<li><a href='/o{i}'>{e(other)}</a></li>" for i, other in enumerate(texts.others))
    return f"<aside class='related-posts'><h3>Related</h3><ul>{links}</ul></aside>"


def card(texts: Texts) -> str:
    return f"<div class='promo-box'><h4><a href='/o'>{e(texts.others[0])}</a></h4><p>{e(texts.standfirst)}, {e(texts.others[1])}.</p></div>"


def newsletter(texts: Texts) -> str:
    return (
        "<div class='newsletter-signup'><h3>The Orra Morning</h3><p>Sign up for our newsletter and get the stories of the valley "
        "every morning.</p><form><input type='email'><button>Sign up</button></form></div>"
    )


def advert(texts: Texts) -> str:
    return "<div class='ad-slot advertisement'><span>Advertisement</span></div>"


BETWEEN = (nothing, inline_link, related_box, card, newsletter, advert)


def consent(texts: Texts) -> str:
    words = "We and our 214 partners store and access personal data, like browsing data or unique identifiers, on your device. "
    return f"<div id='cmp' class='cookie-consent' role='dialog'><h2>Your privacy</h2><p>{words * 6}</p><button>Accept all</button></div>"


OVERLAYS = (nothing, consent)


def build(
    texts: Texts, shell: Shell, prose: Callable[[list[tuple[str, str]]], list[str]], picture: Callable[[str, str], tuple[str, str]],
    comments: Callable[[Texts], str], between: Callable[[Texts], str], overlay: Callable[[Texts], str], nested: bool,
) -> Template:  # fmt: skip
    half = len(texts.paragraphs) // 2
    lines = [("p", text) for text in texts.paragraphs[:half]]
    rest = [("h", texts.subheads[0]), *(("p", text) for text in texts.paragraphs[half:])]
    shown, credit = picture(texts.captions[0], MAKER)
    body = [*prose(lines), shown, between(texts), *prose(rest)]
    top = (
        f"<h1>{e(texts.title)}</h1><p class='standfirst'>{e(texts.standfirst)}</p>"
        f"<div class='byline'>By <a rel='author' href='/a'>{AUTHOR}</a></div><time datetime='2023-05-04T09:15+03:00'>4 May 2023</time>"
    )
    head = f"<meta charset='utf-8'><title>{e(texts.title)} | Orra Post</title><meta property='og:site_name' content='Orra Post'>"
    if nested:
        body.append(comments(texts))
    inside = shell(top, body, "" if nested else comments(texts), texts)
    page = f"<head>{head}</head><body>{inside}{overlay(texts)}</body>"
    markup = f"<!DOCTYPE html><html lang='{texts.lang}' dir='{texts.direction}'>{page}</html>"
    parts = (texts.lang, *(part.__name__ for part in (shell, prose, picture, comments, between, overlay)))
    told = texts.comments if comments is not no_comments else ()
    return Template(
        "-".join((*parts, *(["nested"] if nested else []))), markup, texts, (texts.captions[0],), (credit,), told
    )


def templates(number: int, *, seed: int = 4) -> Iterator[Template]:
    """Templates drawn without replacement, the same ones every time; every part comes up many times."""
    every = list(itertools.product(LANGUAGES, SHELLS, PROSE, PICTURES, COMMENTS, BETWEEN, OVERLAYS, (False, True)))
    for choice in random.Random(seed).sample(every, number):
        yield build(*choice)

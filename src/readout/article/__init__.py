"""Page in, Article or Refusal out: the words of a page that are news, with the page's metadata.

`read_page` is the step; `article_of_text` makes an article of a text as it stands; `decode`
turns a page's bytes into text.
"""

from readout.article.decode import decode
from readout.article.plain import article_of_text
from readout.article.read import read_page

__all__ = ["article_of_text", "decode", "read_page"]

"""Search in Indonesian: words to stems (stemming), what was typed (query), a room's own index (index)."""

from bkk_portal.kit.search.index import SearchIndex
from bkk_portal.kit.search.query import Query, parse_query

__all__ = ["Query", "SearchIndex", "parse_query"]

"""Who asks, and what they may do.

Every request passes, from the outside in, in the order that `accordingto.web.security.guard` puts them:

1. ``headers``: what every answer says to the browser: no script and no style but our own, in nobody's frame, no guessing of types;
2. ``bodies``: how much they send, how long that takes, and nothing packed;
3. ``hosts``: only under the names that the server is meant to have, which stops DNS rebinding;
4. ``peers``: who asks, also behind a proxy that is trusted, and whether over TLS;
5. ``identity``: who that is: a session, a token, the header of a trusted proxy, or the one person at this machine;
6. ``rates``: how often;
7. ``gate``: whether they may: nothing without an identity but the page to sign in and the static files; no change by a reader, without
   the token of the form (``csrf``), or where the server is read-only.

All of them are plain ASGI: an answer that is streamed stays streamed. A route that asks for more than the gate does takes
``Depends(needs(Role.ADMIN))`` or calls `needs.need`; what a route forgets, the gate refuses.
"""

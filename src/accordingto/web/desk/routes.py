"""The routes that keep decisions: forms of the desk, and the same as JSON in the API."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.model.review import LAYERS, REPORT, Action, Decided, GroupDecision, GroupKind
from accordingto.store.auditing import Action as Logged
from accordingto.web.api.document import V1, answers
from accordingto.web.desk.deciding import Asked, decide, role_of, told
from accordingto.web.desk.forms import fields_from
from accordingto.web.page import drawn, jsonned
from accordingto.web.security.guard import note
from accordingto.web.security.needs import need
from accordingto.web.security.ways import own


class Body(BaseModel):
    """What a program sends."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DecisionBody(Body):
    """A decision on a record, or what was missed, or a comment."""

    report: str = Field(description="Id of the report.")
    action: str = Field(description="accept, correct, reject, add or comment.")
    layer: str = Field(
        default=REPORT, description="statements, events, estimates, control, places; report for a comment."
    )
    record: str | None = Field(default=None, description="Id of the record.")
    fields: dict[str, Any] = Field(
        default_factory=dict, description="What it should be; the names of the predict contract."
    )
    note: str | None = None
    saw: Annotated[int, Field(ge=0, lt=2**62)] | None = Field(
        default=None, description="The `tag` of the record as it was shown."
    )
    batch: str | None = None


class CodedBody(Body):
    """That a report is fully coded."""

    layers: tuple[str, ...] = tuple(LAYERS)
    rest: str | None = Field(
        default=None, description="accept or reject what is not decided on; without it there must be none."
    )
    batch: str | None = None


class GroupBody(Body):
    """That several groups are one, or that members of one are another."""

    action: str = Field(description="merge or split.")
    kind: str = Field(description="actors, quotes or matters.")
    ids: tuple[str, ...]
    members: tuple[str, ...] = ()
    note: str | None = None


def routes() -> list[Route]:
    """The routes of the desk's forms."""
    return [
        Route("/review/decide", _form(_decided), methods=["POST"], name="decide"),
        Route("/review/undo", _form(_undone), methods=["POST"], name="undo"),
        Route("/review/coded", _form(_coded), methods=["POST"], name="coded"),
        Route("/review/groups", _form(_grouped), methods=["POST"], name="regroup"),
        Route("/review/groups/undo", _form(_ungrouped), methods=["POST"], name="ungroup"),
    ]


def _form(work: Callable[[Request, Mapping[str, Any]], Decided]) -> Callable[[Request], Any]:
    """A route that takes a form and leads on to where the form came from; unseen decisions of others are told first."""

    async def answer(request: Request) -> Response:
        from starlette.concurrency import run_in_threadpool

        async with request.form(max_files=0, max_fields=500) as sent:
            form = {name: [str(value) for value in sent.getlist(name)] for name in sent}
        one = {name: values[-1] for name, values in form.items()} | {
            "ids": form.get("ids", []),
            "members": form.get("members", []),
        }
        made = await run_in_threadpool(work, request, one)
        onward = own(str(one.get("next", "")), "/review")
        if made.conflicts:
            shown = told(made) | {"next": onward}
            return await run_in_threadpool(drawn, request, "desk/conflict.html", shown)
        return RedirectResponse(onward, 303)

    return answer


def _decided(request: Request, form: Mapping[str, Any]) -> Decided:
    need(request, Role.CODER)
    layer, report, action = (str(form.get(name, "")) for name in ("layer", "report", "action"))
    with request.app.state.stores.taken() as store:
        fields: dict[str, Any] = {}
        if action in (Action.CORRECT, Action.ADD):
            if layer not in LAYERS:
                raise UsageError(
                    f"layer: records of {layer[:40]!r} cannot be reviewed; those of {', '.join(LAYERS)} can"
                )
            fields = fields_from(form, layer, store.report(report).text)
            if form.get("statement"):
                fields["statement"] = form["statement"]
        record, said, batch = (form.get(name) or None for name in ("record", "note", "batch"))
        asked = Asked(report, action, layer, record, fields, said, _key(form, "saw"), batch)
        made = decide(store, asked, request.state.viewer)
    _logged(request, asked, made)
    return made


def _logged(request: Request, asked: Asked, made: Decided) -> None:
    detail = {"action": asked.action, "layer": asked.layer, "decision": made.key}
    note(request, Logged.DECIDE, target=asked.record or asked.report, detail=detail)


def _key(form: Mapping[str, Any], name: str) -> int | None:
    value = str(form.get(name) or "")
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise UsageError(f"{name}: is not the key of a decision")
    return int(value)


def _undone(request: Request, form: Mapping[str, Any]) -> Decided:
    viewer = need(request, Role.CODER)
    key = _key(form, "key")
    if key is None:
        raise UsageError("key: which decision is to be taken back?")
    with request.app.state.stores.taken() as store:
        made: Decided = store.undo(key, by=viewer.name, role=role_of(viewer), note=form.get("note") or None)
    note(request, Logged.DECIDE, target=str(key), detail={"action": "undo", "decision": made.key})
    return made


def _coded(request: Request, form: Mapping[str, Any]) -> Decided:
    layers = (str(form["layer"]),) if form.get("layer") else tuple(LAYERS)
    body = CodedBody(layers=layers, rest=form.get("rest") or None, batch=form.get("batch") or None)
    return _finished(request, str(form.get("report", "")), body)


def _finished(request: Request, report: str, body: CodedBody) -> Decided:
    viewer = need(request, Role.CODER)
    if body.rest not in (None, Action.ACCEPT, Action.REJECT):
        raise UsageError("rest: what is left is accepted or rejected")
    rest = Action(body.rest) if body.rest else None
    with request.app.state.stores.taken() as store:
        made: Decided = store.coded(
            report, by=viewer.name, role=role_of(viewer), layers=body.layers, rest=rest, batch=body.batch
        )
    note(request, Logged.DECIDE, target=report, detail={"action": "coded", "decision": made.key})
    return made


def _grouped(request: Request, form: Mapping[str, Any]) -> Decided:
    ids = tuple(word for value in form["ids"] for word in value.replace(",", " ").split())
    members = tuple(word for value in form["members"] for word in value.replace(",", " ").split())
    body = GroupBody(
        action=str(form.get("action", "")), kind=str(form.get("kind", "")), ids=ids, members=members, note=form.get("note") or None
    )  # fmt: skip
    return Decided(_regrouped(request, body))


def _ungrouped(request: Request, form: Mapping[str, Any]) -> Decided:
    viewer = need(request, Role.CODER)
    key = _key(form, "key")
    if key is None:
        raise UsageError("key: which decision is to be taken back?")
    with request.app.state.stores.taken() as store:
        made: int = store.undo_group(key, by=viewer.name, role=role_of(viewer))
    note(request, Logged.DECIDE, target=str(key), detail={"action": "undo", "decision": made})
    return Decided(made)


def _regrouped(request: Request, body: GroupBody) -> int:
    viewer = need(request, Role.CODER)
    if body.kind not in list(GroupKind):
        raise UsageError(f"kind: is one of {', '.join(GroupKind)}")
    asked = GroupDecision(
        body.action, GroupKind(body.kind), body.ids, viewer.name, role_of(viewer), body.members, body.note
    )
    with request.app.state.stores.taken() as store:
        key: int = store.decide_group(asked)[0]
    note(
        request,
        Logged.DECIDE,
        target=",".join(body.ids)[:200],
        detail={"action": body.action, "kind": body.kind, "decision": key},
    )
    return key


_KEPT = {
    "type": "object",
    "required": ["key", "conflicts"],
    "properties": {
        "key": {"type": "integer", "description": "Of the decision that was kept."},
        "conflicts": {
            "type": "array",
            "items": {"type": "object"},
            "description": "Decisions of others that stand, were not seen and say something else.",
        },
    },
}


def add_decisions(app: FastAPI) -> None:
    """Give the API the routes by which decisions are kept."""

    def decisions(request: Request, body: DecisionBody) -> Response:
        viewer = need(request, Role.CODER)
        asked = Asked(body.report, body.action, body.layer, body.record, body.fields, body.note, body.saw, body.batch)
        with request.app.state.stores.taken() as store:
            made = decide(store, asked, viewer)
        _logged(request, asked, made)
        return _json(told(made))

    def undo(request: Request, key: Annotated[int, Field(ge=0, lt=2**62)]) -> Response:
        return _json(told(_undone(request, {"key": str(key)})))

    def coded(request: Request, report: str, body: CodedBody) -> Response:
        return _json(told(_finished(request, report, body)))

    def groups(request: Request, body: GroupBody) -> Response:
        return _json({"key": _regrouped(request, body), "conflicts": []})

    for path, work, name, about in (
        ("/decisions", decisions, "keep-decision", "Keep a decision on a record, what was missed, or a comment."),
        ("/decisions/{key}/undo", undo, "undo-decision", "Take a decision of one's own back."),
        ("/reports/{report}/coded", coded, "say-coded", "Say that everything of a report is decided."),
        ("/groups", groups, "regroup", "Merge or split actors, quotes or matters."),
    ):
        app.add_api_route(
            f"{V1}{path}",
            work,
            methods=["POST"],
            name=f"api-{name}",
            operation_id=name,
            summary=about,
            tags=["review"],
            responses=answers(_KEPT, about),
            response_class=Response,
        )


def _json(shown: Any) -> Response:
    return Response(jsonned(shown), media_type="application/json", headers={"cache-control": "no-store"})

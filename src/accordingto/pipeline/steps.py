"""A report on its way through the crew's processes: the task that is under way for it, and what tasks have given so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from accordingto.model import AccordingtoError, Report
from accordingto.pipeline.workers import Crew, Ticket

if TYPE_CHECKING:
    from accordingto.pipeline.reading import Reading


R = TypeVar("R", bound=Report | None)


@dataclass(slots=True, eq=False, kw_only=True)
class Step(Generic[R]):
    """What is known of a report so far; ``R`` says whether there may be none yet."""

    report: R
    ticket: Ticket | None = None
    reading: Reading | None = None
    given: dict[str, Any] = field(default_factory=dict)
    """For `accordingto.model.protocols.Entry`."""
    error: AccordingtoError | None = None


AnyStep = TypeVar("AnyStep", bound=Step[Any])


def cleaned(crew: Crew, step: AnyStep) -> AnyStep:
    """The step with the report that its task has cleaned, if it had one."""
    made = _result(crew, step)
    if made is not None:
        step.report = made.report
        step.given.update(made.given)
    return step


def read(crew: Crew, step: AnyStep) -> AnyStep:
    """The step with the reading that its task has made, if it had one."""
    made = _result(crew, step)
    if made is not None:
        step.reading = made.reading
        step.given.update(made.given)
    return step


def _result(crew: Crew, step: Step[Any]) -> Any:
    """What the task of a step gave; its error is kept with the step."""
    ticket, step.ticket = step.ticket, None
    if ticket is None:
        return None
    try:
        return crew.result(ticket)
    except AccordingtoError as error:
        step.error = error
        return None

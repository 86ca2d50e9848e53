"""The response plan and the facilitator's notes as people fill them in."""

from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from workshoplib.strategy.facilitation import AgendaBlock, Facilitation, Fault, FaultVotes
from workshoplib.strategy.fields import Item, Row, questions
from workshoplib.strategy.response import (
    AlertLevel,
    Assignment,
    ChannelPlan,
    Duty,
    LogEntry,
    PolicyPoint,
    Response,
    SocialProof,
)


def models_of(model: type[Row]) -> Iterator[type[Row]]:
    yield model
    for asked in questions(model):
        if asked.rows:
            yield from models_of(asked.rows)


MODELS = [*models_of(Response), *models_of(Facilitation)]


def objection(model: type[Row], **values: object) -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(values)
    (error,) = caught.value.errors()
    return ".".join(str(place) for place in error["loc"]) or str(error["msg"])


def test_a_team_may_begin_with_nothing_filled_in() -> None:
    assert Response.model_validate({}) == Response()
    assert Facilitation.model_validate({}) == Facilitation()


def test_the_responder_cannot_be_their_own_stand_in() -> None:
    assert objection(ChannelPlan, id="plan", responder="kari", stand_in="kari").startswith("The stand-in is the same")


def test_a_channel_plan_may_wait_for_both_names() -> None:
    plan = ChannelPlan.model_validate({"id": "plan", "channel": "facebook", "responder": "", "stand_in": ""})

    assert plan.stand_in == ""


def test_a_promise_to_answer_in_no_time_at_all_is_refused() -> None:
    assert objection(ChannelPlan, id="plan", target_minutes=0) == "target_minutes"


def test_a_promise_to_answer_later_than_a_week_is_refused() -> None:
    assert objection(ChannelPlan, id="plan", target_minutes=7 * 24 * 60 + 1) == "target_minutes"


def test_a_conversation_that_nobody_answered_yet_has_no_minutes() -> None:
    assert LogEntry(id="first").minutes_to_first_answer is None


def test_an_answer_before_the_message_is_refused() -> None:
    assert objection(LogEntry, id="first", minutes_to_first_answer=-5) == "minutes_to_first_answer"


def test_consent_is_no_until_somebody_says_yes() -> None:
    assert SocialProof(id="kind-words", quote="Best loaf in town").consent is False


def test_one_task_can_be_shared_by_several_people() -> None:
    plan = Response.model_validate(
        {
            "assignments": [
                {"task": "Answer messages", "person": "kari", "duty": "accountable"},
                {"task": "Answer messages", "person": "per", "duty": "responsible"},
            ]
        }
    )

    assert Assignment(task="Answer messages", person="per", duty=Duty.RESPONSIBLE) == plan.assignments[1]


def test_a_policy_point_that_is_not_on_the_checklist_is_refused() -> None:
    assert objection(Response, policy=["who", "dress_code"]) == "policy.1"


def test_what_the_responder_settles_alone_reads_back_from_json() -> None:
    plan = Response.model_validate(
        {
            "channels": [{"id": "plan", "answers_alone": ["green", "yellow"], "staffed": {"mon": [9, 8, 8]}}],
            "policy": [PolicyPoint.CRISIS],
        }
    )

    back = Response.model_validate_json(plan.model_dump_json())

    assert plan == back
    assert back.channels[0].answers_alone == (AlertLevel.GREEN, AlertLevel.YELLOW)
    assert back.channels[0].staffed.mon == (8, 9)


def test_the_fault_vote_has_a_line_for_each_of_the_six_faults_and_no_more() -> None:
    votes = [FaultVotes(fault=fault, votes=1) for fault in Fault]

    assert len(Facilitation(fault_votes=tuple(votes)).fault_votes) == 6
    assert objection(Facilitation, fault_votes=[*votes, FaultVotes()]) == "fault_votes"


def test_an_agenda_keeps_the_order_of_its_blocks() -> None:
    agenda = Facilitation.model_validate({"agenda": [{"step": "goals"}, {"step": "break"}, {"step": "goals"}]}).agenda

    assert [str(block.step) for block in agenda] == ["goals", "break", "goals"]


def test_a_block_longer_than_half_a_day_and_night_is_refused() -> None:
    assert objection(AgendaBlock, minutes=721) == "minutes"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_is_shown_first_is_a_field(model: type[Row]) -> None:
    assert set() == set(model.essential) - set(model.model_fields)


@pytest.mark.parametrize("model", [model for model in MODELS if issubclass(model, Item)], ids=lambda m: m.__name__)
def test_an_item_is_named_by_one_of_its_answers(model: type[Item]) -> None:
    assert model.shown_as in {asked.name for asked in questions(model)}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_labels_are_short_and_helps_are_sentences_of_their_own(model: type[Row]) -> None:
    long = [asked.label for asked in questions(model) if len(asked.label.split()) > 4]
    unfinished = [asked.help for asked in questions(model) if not asked.help.endswith((".", "?"))]
    repeated = [asked.help for asked in questions(model) if asked.help.lower().startswith(asked.label.lower())]

    assert (long, unfinished, repeated) == ([], [], [])

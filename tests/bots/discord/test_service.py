from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bots.discord.rates import Rates
from bots.discord.refusals import Reason, Refused
from bots.discord.service import MAX_LOOKS, AnswerService
from bots.rates import Rate
from qa.errors import NoIndexError

PLENTY = Rate(1_000, 1_000)
RUBIO = "What did Rubio say about China?"


class Gate:
    """Work that waits until it is let go."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.begun = threading.Event()

    def __call__(self, *_: object) -> str:
        self.begun.set()
        assert self.open.wait(30)
        return "done"


@pytest_asyncio.fixture
async def service(seeds: Path, encoder: Any) -> AsyncIterator[AnswerService]:
    made = AnswerService(
        {"archive": seeds},
        clock=lambda: 0.0,
        rates=Rates(PLENTY, PLENTY, PLENTY, waiting=2, seconds=20),
        encoder_factory=lambda: encoder,
    )
    yield made
    await made.close(20)


def refusal(error: pytest.ExceptionInfo[Refused]) -> Reason:
    return error.value.reason


async def test_a_question_is_answered(service: AnswerService) -> None:
    answer = await service.ask(RUBIO, library="archive", person=1)

    assert answer.quotes[0].speaker == "Marco Rubio"
    assert (service.answered, service.waiting) == (1, 0)


async def test_a_person_has_one_question_in_flight(service: AnswerService) -> None:
    gate = Gate()
    first = asyncio.ensure_future(service.answer(gate, library="archive", person=1))

    with pytest.raises(Refused) as error:
        await service.ask(RUBIO, library="archive", person=1)
    gate.open.set()
    await first
    again = await service.ask(RUBIO, library="archive", person=1)

    assert refusal(error) is Reason.IN_FLIGHT
    assert again.quotes


async def test_what_does_not_fit_into_the_queue_is_refused_at_once(service: AnswerService) -> None:
    gate = Gate()
    taken = [
        asyncio.ensure_future(service.answer(gate, library="archive", person=person)) for person in range(3)
    ]

    with pytest.raises(Refused) as error:
        service.ask(RUBIO, library="archive", person=9)
    gate.open.set()

    assert refusal(error) is Reason.BUSY
    assert await asyncio.gather(*taken) == ["done"] * 3
    assert service.refused == 1


async def test_the_event_loop_goes_on_while_questions_are_answered(service: AnswerService) -> None:
    gate = Gate()
    waiting = asyncio.ensure_future(service.answer(gate, library="archive", person=1))

    await asyncio.to_thread(gate.begun.wait, 20)
    looked = await service.look(lambda snapshot: len(snapshot.sources()), library="archive")
    gate.open.set()

    assert looked == 1
    assert await waiting == "done"


async def test_an_answer_that_takes_too_long_is_given_up_and_keeps_its_place(
    seeds: Path, encoder: Any
) -> None:
    rates = Rates(PLENTY, PLENTY, PLENTY, waiting=5, seconds=0.01)
    service = AnswerService({"archive": seeds}, rates=rates, encoder_factory=lambda: encoder)
    gate = Gate()

    with pytest.raises(Refused) as error:
        await service.answer(gate, library="archive", person=1)
    with pytest.raises(Refused) as again:
        service.ask(RUBIO, library="archive", person=1)
    gate.open.set()
    await service.close(20)

    assert refusal(error) is Reason.TOO_LONG
    assert refusal(again) is Reason.IN_FLIGHT


async def test_rates_count_persons_guilds_and_all(seeds: Path, encoder: Any) -> None:
    now = [0.0]
    rates = Rates(person=Rate(60, 2), guild=Rate(60, 3), everyone=Rate(60, 4), waiting=99)
    service = AnswerService(
        {"archive": seeds}, clock=lambda: now[0], rates=rates, encoder_factory=lambda: encoder
    )

    async def ask(person: int, guild: int | None) -> str:
        try:
            return await service.answer(lambda *_: "done", library="archive", person=person, guild=guild)
        except Refused as refused:
            return f"{refused.reason} {refused.wait:.0f}"

    told = [await ask(1, 7) for _ in range(3)]
    told += [await ask(2, 7), await ask(3, 7)]
    told += [await ask(4, None), await ask(5, None)]
    now[0] += 1
    told.append(await ask(5, None))
    await service.close(20)

    assert told == ["done", "done", "too_often 1", "done", "too_often 1", "done", "too_often 1", "done"]


async def test_what_is_refused_costs_nothing(service: AnswerService) -> None:
    gate = Gate()
    waiting = asyncio.ensure_future(service.answer(gate, library="archive", person=1))
    for _ in range(5):
        with pytest.raises(Refused):
            service.ask(RUBIO, library="archive", person=1)
    gate.open.set()
    await waiting

    assert len(service._buckets) == 2


async def test_look_ups_are_bounded_too(service: AnswerService) -> None:
    gate = Gate()
    looks = [asyncio.ensure_future(service.look(gate, library="archive")) for _ in range(MAX_LOOKS)]
    await asyncio.sleep(0)

    with pytest.raises(Refused) as error:
        await service.look(gate, library="archive")
    gate.open.set()

    assert refusal(error) is Reason.BUSY
    assert await asyncio.gather(*looks) == ["done"] * MAX_LOOKS


async def test_a_closing_service_finishes_what_is_in_hand_and_takes_no_more(service: AnswerService) -> None:
    gate = Gate()
    waiting = asyncio.ensure_future(service.answer(gate, library="archive", person=1))
    await asyncio.to_thread(gate.begun.wait, 20)

    closing = asyncio.ensure_future(service.finish(20))
    await asyncio.sleep(0)
    with pytest.raises(Refused) as error:
        service.ask(RUBIO, library="archive", person=2)
    gate.open.set()
    await closing

    assert refusal(error) is Reason.CLOSING
    assert await waiting == "done"


async def test_an_unknown_library_is_none(service: AnswerService) -> None:
    with pytest.raises(NoIndexError):
        await service.ask(RUBIO, library="other", person=1)


async def test_a_library_that_is_swapped_is_used_at_the_next_question(
    own_seeds: Path, coast: Path, encoder: Any, tmp_path: Path
) -> None:
    import shutil

    service = AnswerService({"archive": own_seeds}, encoder_factory=lambda: encoder)
    before = await service.ask("What did Anna Lindqvist say?", library="archive", person=1)
    counted = [await service.look(lambda snapshot: snapshot.corpus().articles, library="archive")]

    own_seeds.rename(tmp_path / "away")
    shutil.copytree(coast, own_seeds)
    counted.append(await service.look(lambda snapshot: snapshot.corpus().articles, library="archive"))
    after = await service.ask("What did Anna Lindqvist say?", library="archive", person=1)
    await service.close(20)

    assert counted == [7, 1]
    assert before.corpus.articles == 7
    assert after.corpus.articles == 1
    assert after.quotes[0].speaker == "Anna Lindqvist"


async def test_a_failing_question_does_not_stop_the_next(service: AnswerService) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await service.answer(fail, library="archive", person=1)

    assert (await service.ask(RUBIO, library="archive", person=1)).quotes


async def test_what_is_offered_while_typing_waits_for_no_look_up_and_holds_none_up(
    service: AnswerService,
) -> None:
    looking, typing = Gate(), Gate()
    look = asyncio.ensure_future(service.look(looking, library="archive"))
    offered = await service.complete(
        lambda view: len(view.sources()), library="archive", person=1, guild=None
    )
    looking.open.set()
    slow = asyncio.ensure_future(service.complete(typing, library="archive", person=1, guild=None))
    await asyncio.to_thread(typing.begun.wait, 20)
    looked = await service.look(lambda view: len(view.sources()), library="archive")
    typing.open.set()

    assert (offered, looked) == (1, 1)
    assert [await look, await slow] == ["done", "done"]


async def test_who_types_fast_has_one_place_among_those_who_wait(service: AnswerService) -> None:
    gate, ran = Gate(), list[str]()

    def typed(person: int, letters: str) -> asyncio.Future[None]:
        return asyncio.ensure_future(
            service.complete(lambda _: ran.append(letters), library="archive", person=person, guild=None)
        )

    first = asyncio.ensure_future(service.complete(gate, library="archive", person=9, guild=None))
    await asyncio.to_thread(gate.begun.wait, 20)
    waiting = [typed(1, "r"), typed(1, "ru"), typed(2, "t"), typed(1, "rub")]
    await asyncio.sleep(0)
    gate.open.set()
    told = await asyncio.gather(*waiting, return_exceptions=True)

    assert await first == "done"
    assert ran == ["t", "rub"]
    assert [isinstance(each, Refused) for each in told] == [True, True, False, False]


async def test_typing_counts_against_the_person_and_the_guild(seeds: Path, encoder: Any) -> None:
    rates = Rates(person=Rate(60, 1), guild=Rate(60, 2), everyone=PLENTY)
    service = AnswerService(
        {"archive": seeds}, clock=lambda: 0.0, rates=rates, encoder_factory=lambda: encoder
    )

    async def offered(person: int) -> int:
        found = 0
        for _ in range(30):
            try:
                found += await service.complete(lambda _: 1, library="archive", person=person, guild=7)
            except Refused as refused:
                assert refused.reason is Reason.TOO_OFTEN
        return found

    told = [await offered(person) for person in (1, 2, 3)]
    await service.close(20)

    # A sixteenth of a question each.
    assert told == [16, 16, 0]


async def test_an_offer_that_comes_too_late_is_given_up(
    service: AnswerService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.discord.completions.SECONDS", 0.01)
    gate = Gate()

    with pytest.raises(Refused) as error:
        await service.complete(gate, library="archive", person=1, guild=None)
    gate.open.set()

    assert refusal(error) is Reason.TOO_LONG

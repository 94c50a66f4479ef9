"""Compute recall, MRR and nDCG of ranked quotes, with ir-measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

K = 10


@dataclass(frozen=True, slots=True)
class Ranking:
    """One question's run and qrels: what was ranked, best first; what there is to find, all of grade 1."""

    ranked: tuple[str, ...]
    relevant: tuple[str, ...]


def measure(rankings: Sequence[Ranking]) -> Mapping[str, float | None]:
    """Return the means of recall@3, recall@10, mrr@10 and ndcg@10; None for all without rankings.

    Where a name is ranked twice, its better place counts.
    """
    from ir_measures import RR, Qrel, R, ScoredDoc, calc_aggregate, nDCG

    measures = {"recall@3": R @ 3, "recall@10": R @ K, "mrr@10": RR @ K, "ndcg@10": nDCG @ K}
    if not rankings:
        return dict.fromkeys(measures)
    qrels = [Qrel(str(n), name, 1) for n, each in enumerate(rankings) for name in each.relevant]
    run = [
        # Scores only carry the order.
        ScoredDoc(str(n), name, float(-place))
        for n, each in enumerate(rankings)
        for place, name in enumerate(dict.fromkeys(each.ranked))
    ]
    values = calc_aggregate(list(measures.values()), qrels, run)
    return {name: float(values[measure]) for name, measure in measures.items()}

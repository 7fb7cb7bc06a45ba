"""How whole stories are: what a run of full texts came to, or how the stored ones stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.model.article import Completeness
from reader.wording.catalogue import in_a_sentence, say


@dataclass(slots=True)
class FullTextReport:
    """What a run of full texts came to, or how whole the stored stories of a source are."""

    stories: int = 0
    whole: int = 0
    paywall: int = 0
    failed: int = 0
    summaries: int = 0
    """Nobody asked for more than the feed sends."""
    waiting: int = 0
    """Left for a later run."""
    limit: str = ""
    """What left them: ``host``, ``bytes``, ``time`` or ``offline``; empty if a person did."""
    bytes: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    def fail(self, reason: str, count: int = 1) -> None:
        """Count those that failed for a reason."""
        self.failed += count
        self.reasons[reason.rstrip(".")] += count

    def sentence(self, *, because: bool = True) -> str:
        """The truth in one line: ``312 stories, 298 whole, 9 behind a paywall, 5 failed``.

        `because`: with the reason that most of those have that failed.
        """
        counts = ("paywall", "failed", "summaries", "waiting")
        parts = [say("texts.stories", count=self.stories), say("texts.whole", count=self.whole)]
        for name in counts:
            if count := getattr(self, name):
                parts.append(say(f"texts.{name}", count=count))
                if name == "waiting" and self.limit:
                    parts.append(say(f"texts.{self.limit}"))
                if name == "failed" and self.reasons and because:
                    why = in_a_sentence(self.reasons.most_common(1)[0][0])
                    parts.append(say("texts.because", reason=why))
        return ", ".join(parts) + "."


def report_of(texts: Mapping[tuple[Completeness, str], int]) -> FullTextReport:
    """Report how whole stored stories are; `texts`: how many are so for which reason."""
    report = FullTextReport(stories=sum(texts.values()))
    for (completeness, reason), count in texts.items():
        match completeness:
            case Completeness.WHOLE:
                report.whole += count
            case Completeness.PAYWALL:
                report.paywall += count
            case Completeness.SUMMARY:
                report.summaries += count
            case _:
                report.fail(reason, count)
    return report

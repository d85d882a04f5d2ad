"""The result of a poll: worked out from the result phase on, so that nobody learns it earlier."""

from plekberaad_app.activities.contract.activity import Scene, ScreenName
from plekberaad_app.activities.poll import answers, counting, telling, words
from plekberaad_app.activities.poll.options import PollOptions
from plekberaad_app.activities.poll.views import CloudWord, ResultView, Row


def rows(scene: Scene, options: PollOptions) -> tuple[Row, ...]:
    """Every choice with its total: a ranking with the most points first, else in their order."""
    if not scene.has_reached("result") or options.kind == "cloud":
        return ()
    given = [picks for _, picks in answers.given(scene, options)]
    labels = options.labels
    is_ranking = options.kind == "ranking"
    count = counting.ranking_points if is_ranking else counting.totals
    totals = count(given, tuple(labels))
    most = max(totals.values(), default=0) or 1
    found = [
        Row(id, label, totals[id], round(100 * totals[id] / most), id == options.right_id)
        for id, label in labels.items()
    ]
    return tuple(sorted(found, key=lambda row: -row.total) if is_ranking else found)


def cloud(scene: Scene, options: PollOptions) -> tuple[CloudWord, ...]:
    """Every word, most often said first."""
    if not scene.has_reached("result") or options.kind != "cloud":
        return ()
    off = telling.words_off(scene)
    found = words.counted(said for _, said in answers.given(scene, options))
    sizes = words.sizes(each.count for each in found)
    return tuple(
        CloudWord(each.key, each.word, each.count, size, each.key in off)
        for each, size in zip(found, sizes, strict=True)
    )


def is_empty(scene: Scene, options: PollOptions) -> bool:
    """Whether the room has no answer to see, now that it could see the result."""
    if not scene.has_reached("result"):
        return False
    off = telling.words_off(scene) if options.kind == "cloud" else set[str]()
    said = (pick for _, picks in answers.given(scene, options) for pick in picks)
    return all(words.folded(pick) in off for pick in said)


def tables(scene: Scene, options: PollOptions) -> tuple[counting.TablePoints, ...]:
    """The points of a quiz per table, as far as they may be told."""
    if not scene.has_reached("result") or not options.right_id:
        return ()
    return counting.points_per_table(
        (item.table, options.right_id in picks)
        for item, picks in answers.given(scene, options)
        if item.table
    )


def scale(scene: Scene, options: PollOptions) -> counting.Scale | None:
    """The average and spread of a scale."""
    if options.kind != "scale":
        return None
    return counting.scale_of({row.id: row.total for row in rows(scene, options)})


def words_left_out(scene: Scene, options: PollOptions) -> int:
    """How many words are more than the projector can show; those were said least."""
    if not telling.is_told(scene, options):
        return 0
    shown = sum(1 for each in cloud(scene, options) if not each.is_off)
    return max(0, shown - words.MAX_IN_CLOUD)


def result(scene: Scene, options: PollOptions, screen: ScreenName) -> ResultView:
    """All of it; what the facilitator took off is there for the tablet alone."""
    shown = [each for each in cloud(scene, options) if screen == "tablet" or not each.is_off]
    if screen == "projector":
        shown = words.around_the_middle(shown[: words.MAX_IN_CLOUD])
    return ResultView(
        rows=rows(scene, options),
        cloud=tuple(shown),
        scale=scale(scene, options),
        points=tables(scene, options),
    )

from exback.commands.why import HONEST, NONE, of_program, of_step
from exback.model.evidence import in_short
from exback.model.program import Program
from exback.screen.pages.why import draw_why


def test_every_step_names_findings_that_there_are(program: Program) -> None:
    """A step that cites a key which does not exist would claim what nobody found."""
    known = {finding.key for finding in program.evidence()}
    assert {key for step in program.steps() for key in step.why} - known == set()


def test_every_finding_is_cited_by_a_step(program: Program) -> None:
    """A row that nothing rests on has no place in the table."""
    cited = {key for step in program.steps() for key in step.why}
    assert [finding.key for finding in program.evidence() if finding.key not in cited] == []


def test_every_finding_has_its_sample_its_limits_and_its_source(program: Program) -> None:
    """No finding is shown without whom it was seen in, what it cannot show and where it was published."""
    for finding in program.evidence():
        assert all((finding.result, finding.sample, finding.limits, finding.source)), finding.key
        assert len({finding.result, finding.sample, finding.limits, finding.source}) == 4


def test_why_shows_what_a_step_rests_on(program: Program) -> None:
    """Each finding of the step stands there with sample, limits and source, and the honest word at the end."""
    step = program.step("clear-cues")
    lines = list(of_step(program, step))
    finding = program.finding("looking")
    assert finding is not None
    assert lines[0] == step.title
    assert finding.result in lines
    assert f"  Who: {finding.sample}." in lines
    assert f"  Limits: {finding.limits}" in lines
    assert f"  Source: {finding.source}." in lines
    assert lines[-1] == HONEST


def test_why_says_when_a_step_rests_on_nothing(program: Program) -> None:
    """A step without a study does not pretend to have one."""
    assert NONE in list(of_step(program, program.step("pause")))


def test_why_without_a_step_shows_every_finding_and_where_it_is_used(program: Program) -> None:
    """The whole table, each row with the steps that rest on it."""
    text = "\n".join(of_program(program, {step.id for step in program.steps()}))
    for finding in program.evidence():
        assert finding.result in text
    assert "Used in: clear-cues" in text or "why-space, clear-cues" in text


def test_lines_are_broken_at_the_width_and_keep_their_indent(program: Program) -> None:
    """Nothing runs over the edge of a narrow screen."""
    lines = tuple(of_program(program, {step.id for step in program.steps()}))
    drawn = draw_why(lines, 40, colour=False).split("\n")
    assert max(map(len, drawn)) <= 40
    assert [line for line in drawn if line.startswith("   Limits:")]


def test_the_help_of_a_page_names_what_the_step_rests_on(program: Program) -> None:
    """F1 shows the findings in short, with sample and limits in the same breath."""
    finding = program.finding("looking")
    assert finding is not None
    assert in_short(finding) == f"{finding.result} ({finding.sample}. {finding.limits})"

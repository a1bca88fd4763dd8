import source_map

from exback.model.program import Program


def test_the_source_map_is_the_one_of_todays_steps(program: Program) -> None:
    """docs/source-map.md says what the steps say; `make docs` makes it anew."""
    assert source_map.PAGE.read_text(encoding="utf-8") == source_map.page(program)


def test_every_claim_of_the_source_is_carried_by_an_item_or_by_the_shape_of_a_stage(program: Program) -> None:
    """All 37 claims, S1 to S22 and C1 to C4k, are on the list, and none is there without a place."""
    claims = [
        *(f"S{number}" for number in range(1, 23)),
        "C1",
        "C2",
        "C2b",
        "C3",
        *(f"C4{letter}" for letter in "abcdefghijk"),
    ]
    assert [one.id for one in program.claims()] == claims
    rows = source_map.page(program).splitlines()[-len(claims) :]
    assert [row for row in rows if row.endswith("|  |")] == []

"""The tags of inclusion come with one action, and only those that are missing."""

from blueprint_editor.ui.main_window import MainWindow


def test_the_three_tags_come_as_one_step(window: MainWindow) -> None:
    session, action = window.canvas.session, window.actions_by_name["inclusion_tags"]
    before = session.document.tags
    action.trigger()
    assert [tag.name for tag in session.document.tags[len(before) :]] == [
        "Osallisuus: oma elämä", "Osallisuus: vaikuttaminen", "Osallisuus: yhteinen hyvä"
    ]  # fmt: skip
    assert not action.isEnabled()
    session.undo()
    assert session.document.tags == before

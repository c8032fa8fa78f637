from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.header_colours import HeaderColours
from blueprint_editor.commands.fields import SetField
from blueprint_editor.drawing.colour_vision import see_colour


def test_strips_have_the_colours_of_the_poster(canvas: PosterCanvas) -> None:
    session = canvas.session
    colours = HeaderColours(session, canvas.eyes)
    lane, phase = session.document.lanes[0], session.document.phases[0]
    tint, bar = colours.find_lane(lane)
    ground = colours.find_phase(phase)
    told = [colours.inputs]
    canvas.eyes.choose("tritanopia")
    assert colours.find_lane(lane) == (
        see_colour(tint, "tritanopia"),
        see_colour(bar, "tritanopia"),
    )
    told.append(colours.inputs)
    canvas.eyes.choose(None)

    def set_poster(field: str, value: object) -> None:
        session.execute(SetField((session.document.id,), f"poster.{field}", value))

    set_poster("colour_by", "actor")
    assert colours.find_lane(lane)[0] != tint
    told.append(colours.inputs)
    set_poster("ink_saving", value=True)
    assert colours.find_lane(lane)[0] == "#FFFFFF"
    assert colours.find_phase(phase) == "#FFFFFF" != ground
    told.append(colours.inputs)
    set_poster("greyscale", value=True)
    assert colours.find_lane(lane)[0] == "#FFFFFF"
    told.append(colours.inputs)
    assert len(set(told)) == len(told)

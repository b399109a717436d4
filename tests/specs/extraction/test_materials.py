"""Where a material goes, in every order people say it, and the codes of its grades."""

import pytest

from specs.extraction import read

Stuff = tuple[str, str | None, str | None]


def materials(prompt: str) -> set[Stuff]:
    found = read(prompt).spec.as_json()["materials"]
    return {(m["type"], m.get("grade"), m.get("use")) for m in found}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        # One material in two places.
        (
            "a villa, roof and walls in copper",
            {("copper", None, "roof"), ("copper", None, "walls")},
        ),
        (
            "chair: seat, back and legs of elm",
            {("wood", "elm", "seat"), ("wood", "elm", "back"), ("wood", "elm", "legs")},
        ),
        (
            "garage, brick for the walls and the floor",
            {("brick", None, "walls"), ("brick", None, "floor")},
        ),
        (
            "tandem, titanium frame and fork",
            {("titanium", None, "frame"), ("titanium", None, "fork")},
        ),
        (
            "bench, feet and frame both in teak",
            {("wood", "teak", "feet"), ("wood", "teak", "frame")},
        ),
        ("a lamp with a linen shade", {("linen", None, "shade")}),
        ("shed, T&G spruce, 3 x 2 m", {("wood", "spruce", None)}),
        ("headphones with lambskin pads", {("leather", None, "pads")}),
        ("trailer, lockable ABS lid", {("plastic", "ABS", "lid")}),
        ("desk with ash top, legs too", {("wood", "ash", "top"), ("wood", "ash", "legs")}),
        (
            "stool with a steel frame and legs in oak",
            {("steel", None, "frame"), ("wood", "oak", "legs")},
        ),
        # Participles that say where.
        ("library, walls clad with slate", {("slate", None, "walls")}),
        ("museum wrapped in zinc", {("zinc", None, "facade")}),
        ("chapel roofed in thatch", {("thatch", None, "roof")}),
        ("gym floored with cork", {("cork", None, "floor")}),
        ("side table topped with onyx", {("stone", "onyx", "top")}),
        ("armchair wrapped in mohair", {("mohair", None, "upholstery")}),
        ("kiosk framed in larch", {("wood", "larch", "frame")}),
        ("pavilion, columns are to be faced with granite", {("granite", None, "columns")}),
        # The part of a part, words between, data sheets.
        ("gallery. Floor of the halls: bamboo", {("bamboo", None, "floor")}),
        ("hangar\nroof: perforated profiled aluminium\n", {("aluminum", None, "roof")}),
        (
            "depot\ncolumns | S355 steel\nroof | zinc",
            {("steel", "S355", "columns"), ("zinc", None, "roof")},
        ),
        ("workbench, top 1800 x 700 mm, maple", {("wood", "maple", "top")}),
        ("desk, top 160 x 80 cm in walnut", {("wood", "walnut", "top")}),
        ("hotel, construction: glulam", {("glulam", None, "structure")}),
        ("clinic, stilts (concrete)", {("concrete", None, "stilts")}),
        (
            "the facade, as agreed in June, shall be brick; it is a school",
            {("brick", None, "facade")},
        ),
        (
            "the hull shall be steel; the cabin, GRP. A ferry",
            {("steel", None, "hull"), ("fiberglass", None, "cabin")},
        ),
        ("house, cork in the walls", {("cork", None, "walls")}),
        ("house, roof tiles", {("tile", None, "roof")}),
        ("barn, corrugated steel on top", {("steel", None, "roof")}),
        (
            "cottage, stone to sill and timber above",
            {("stone", None, "walls"), ("wood", None, "walls")},
        ),
        ("trailer with rubber mats", {("rubber", None, "mats")}),
        ("dining chair, seat shell in polypropylene", {("plastic", "polypropylene", "seat")}),
        ("doorbell, ABS shell IP66", {("plastic", "ABS", "body")}),
        ("spa, pine inside and out", {("wood", "pine", "facade"), ("wood", "pine", "interior")}),
        ("hall. Walls: brick inside and out", {("brick", None, "walls")}),
        ("library, brick and ash outside", {("brick", None, "facade"), ("wood", "ash", "facade")}),
        ("cottage, oak frame, thatched", {("wood", "oak", "frame"), ("thatch", None, "roof")}),
        (
            "school, clay tile above, brick walls",
            {("tile", None, "roof"), ("brick", None, "walls")},
        ),
        ("a chalet, weatherboard in larch", {("wood", "larch", "facade")}),
        ("bungalow, brick veneer", {("brick", None, "facade")}),
        ("depot, steel portal, lead roof", {("steel", None, "frame"), ("lead", None, "roof")}),
        ("market hall, roof skin polycarbonate", {("polycarbonate", None, "roof")}),
        (
            "a terrace house. Clad it in slate, line it with cork",
            {("slate", None, "facade"), ("cork", None, "interior")},
        ),
        ("kneeler, pad of leather over foam", {("leather", None, "pad"), ("foam", None, "pad")}),
        ("barn, concrete left bare for the walls", {("concrete", None, "walls")}),
        ("pub, mahogany bar top, tin roof", {("wood", "mahogany", "top"), ("steel", None, "roof")}),
        ("bed, headboard padded w/ linen", {("linen", None, "headboard")}),
        ("ottoman, make the cover a tight-woven wool", {("wool", None, "cover")}),
        (
            "lounge chair, plywood shell faced in walnut",
            {("plywood", None, "body"), ("wood", "walnut", "body")},
        ),
        # What describes the material between it and its part.
        ("counter: front fluted oak", {("wood", "oak", "front")}),
        ("sofa: frame kiln-dried beech", {("wood", "beech", "frame")}),
        ("lodge whose walls are stacked larch logs", {("wood", "larch", "walls")}),
        ("stool, the legs turned from ash", {("wood", "ash", "legs")}),
        ("bedside table, the top one slab of elm", {("wood", "elm", "top")}),
        (
            "cabinet - legs solid oak - handles leather",
            {("wood", "oak", "legs"), ("leather", None, "handles")},
        ),
        ("quadcopter, quadcopter arms in carbon", {("carbon_fiber", None, "arms")}),
        (
            "office, limestone on the outside, cork underfoot",
            {("stone", "limestone", "facade"), ("cork", None, "floor")},
        ),
        (
            "cabin, clad inside with aspen and outside with larch",
            {("wood", "aspen", "interior"), ("wood", "larch", "facade")},
        ),
        ("school, brick on the ground floor", {("brick", None, None)}),
        ("barn, half height oak kickboards", {("wood", "oak", "kickboards")}),
        ("range hood, glass canopy curved black", {("glass", None, "canopy")}),
        ("day bed, linen cover zips off for the wash", {("linen", None, "cover")}),
        ("store, brick panel walls up to 3 m", {("brick", None, "walls")}),
        (
            "chalet, larch boards over a steel frame",
            {("wood", "larch", "facade"), ("steel", None, "frame")},
        ),
        # Labels that are materials elsewhere.
        (
            "diving watch\ncase: bronze\nglass: sapphire\n",
            {("bronze", None, "body"), ("sapphire", None, "glass")},
        ),
        ("cabin\nposts: elm\nstove: wood\n", {("wood", "elm", "posts")}),
        ("hall\nwalls: aerated... no, brick\n", {("brick", None, "walls")}),
        ("bakery, slab on grade (concrete)", {("concrete", None, "floor")}),
        # What was taken back leaves its place to what comes after.
        ("barn, walls in straw... no, in clay blocks", {("clay", None, "walls")}),
        ("pew, cushion in velvet? make it leather", {("leather", None, "cushion")}),
        ("sloop, mast carbon? aluminium is fine", {("aluminum", None, "mast")}),
        ("bus station, roof in ETFE? too dear; use steel", {("steel", None, "roof")}),
        ("hall, the brick front becomes slate", {("slate", None, "facade")}),
    ],
)
def test_where_a_material_goes(prompt: str, expected: set[Stuff]) -> None:
    assert materials(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        # The windows and the balcony are not said to be of brick or zinc.
        ("cafe, brick walls and windows", {("brick", None, "walls")}),
        ("house with a balcony and roof in zinc", {("zinc", None, "roof")}),
        # A counted part stands apart.
        ("desk with two drawers and legs in steel", {("steel", None, "legs")}),
        ("shed, larch slats on three sides", {("wood", "larch", "slats")}),
        ("boat, beam 1.9 m, cedar planks", {("wood", "cedar", "planks")}),
        ("lodge, timber on stone plinths", {("wood", None, None), ("stone", None, "plinths")}),
        ("sauna with a tin stove", set()),
        ("office with a carbon filter", set()),
        ("vacuum cleaner with carpet boost", set()),
    ],
)
def test_where_it_does_not_go(prompt: str, expected: set[Stuff]) -> None:
    assert materials(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("drone, arms in 7075-T6", {("aluminum", "7075-T6", "arms")}),
        ("boat, hull of 5083-H116 aluminium", {("aluminum", "5083-H116", "hull")}),
        ("glider, spar in 2024-T3", {("aluminum", "2024-T3", "spar")}),
        ("bridge of steel S355J2", {("steel", "S355J2", None)}),
        ("smartwatch, case in 316L", {("stainless_steel", "316L", "body")}),
        ("nightstand; 316L rails", {("stainless_steel", "316L", "rails")}),
        ("kettle, body in 304", {("stainless_steel", "304", "body")}),
        ("aircraft, tube frame in 4130", {("steel", "4130", "frame")}),
        ("shed, E350 steel frame", {("steel", "E350", "frame")}),
        ("washing machine, SS drum", {("stainless_steel", None, "drum")}),
        ("range hood, baffle filter SS", {("stainless_steel", None, "filter")}),
        ("bench, slats in spotted gum", {("wood", "spotted gum", "slats")}),
        ("school, kota stone floor", {("stone", "kota stone", "floor")}),
        ("tower: CLT struct., fac. = larch", {("cross_laminated_timber", None, "structure"),
                                             ("wood", "larch", "facade")}),
    ],
)  # fmt: skip
def test_grades(prompt: str, expected: set[Stuff]) -> None:
    assert materials(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "litres"),
    [
        ("fridge, 316L, white", 316),
        ("kettle with a tank of 304 L", 304),
        ("freezer 304L net", 304),
    ],
)
def test_litres_are_no_steel(prompt: str, litres: float) -> None:
    spec = read(prompt).spec.as_json()
    assert not spec["materials"]
    assert [m["value"] for m in spec["performance"] if m["metric"] == "capacity"] == [litres]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        # What a building has on its floors and nowhere else.
        ("surgery, reception, linoleum, oak desk",
         {("linoleum", None, "floor"), ("wood", "oak", "desk")}),
        ("bakery with terrazzo in the shop", {("terrazzo", None, "floor")}),
        ("hotel, wool carpets", {("wool", None, "carpets")}),
        # The kind of the material in a bracket, behind its place too.
        ("dinghy, plywood hull (okoume)", {("plywood", "okoume", "hull")}),
        ("house, timber frame (Douglas fir)", {("wood", "douglas fir", "frame")}),
        # The machine's own walls, and those of the house that it is for.
        ("popcorn machine, tempered glass walls", {("glass", None, "walls")}),
        ("toaster for a house with stone walls, steel body", {("steel", None, "body")}),
        ("dairy, stainless steel vats", {("stainless_steel", None, "vats")}),
        ("distillery, copper stills", {("copper", None, "stills")}),
        ("tea house, paper screens", {("paper", None, "screens")}),
    ],
)  # fmt: skip
def test_places_of_their_own(prompt: str, expected: set[Stuff]) -> None:
    assert materials(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("pavilion. Screens: woven willow", {("wood", "willow", "screens")}),
        ("bar, cement tile floor", {("tile", None, "floor")}),
        ("extension, porcelain floor tiles", {("porcelain", None, "floor")}),
        ("hotel, bathroom walls in mosaic", {("tile", None, "walls")}),
        ("library, acoustic felt ceilings", {("felt", None, "ceilings")}),
        ("A library that I felt proud of, a brick facade", {("brick", None, "facade")}),
        ("Walls: 200 mm aerated concrete, new house of 140 m2", {("concrete", None, "walls")}),
        # A fuel, and what is carried.
        ("hammam, brick domes, wood-fired boiler", {("brick", None, "domes")}),
        ("log trailer in steel, timber crane", {("steel", None, None)}),
    ],
)  # fmt: skip
def test_stuff_of_the_shell(prompt: str, expected: set[Stuff]) -> None:
    assert materials(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("hotel in a pine forest, brick walls", {("brick", None, "walls")}),
        ("pavilion, roof on steel trees", {("steel", None, "trees")}),
        ("farmhouse, wood burning fireplace, brick walls", {("brick", None, "walls")}),
        ("fire engine, 200 l foam, steel body", {("steel", None, "body")}),
        ("pressure washer, brass pump, foam lance", {("brass", None, "pump")}),
        ("sofa, foam seat", {("foam", None, "seat")}),
        ("nest of tables, tops in bronze glass", {("glass", None, "tops")}),
        ("chair, aluminium 5-star base", {("aluminum", None, "base")}),
        ("steamer, aluminium pole telescopic", {("aluminum", None, "pole")}),
        ("coffee table; base: three oak spheres", {("wood", "oak", "base")}),
        ("villa, brick walls, clay tiles", {("brick", None, "walls"), ("tile", None, "roof")}),
        ("landing craft, hull of marine aluminium 5083", {("aluminum", "5083", "hull")}),
    ],
)
def test_what_a_word_behind_makes_of_a_material(prompt: str, expected: set[Stuff]) -> None:
    assert materials(prompt) == expected

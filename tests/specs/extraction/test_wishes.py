"""Features that a verb or a clause asks for."""

import pytest

from specs.extraction import read


@pytest.mark.parametrize(
    ("feature", "prompt"),
    [
        ("soft_close", "Kitchen cabinet in oak, doors that shut without a slam, 80 cm wide"),
        ("soft_close", "A dresser with five drawers which close gently, walnut"),
        ("cable_management", "Desk 140 cm wide, a channel for the cords at the back"),
        ("cable_management", "TV unit where all the wires are hidden, 1.8 m"),
        ("adjustable_height", "Stool for a drummer that goes up and down, leather seat"),
        ("adjustable_height", "Workbench whose height can be changed, beech top"),
        ("adjustable_height", "A table I can sit or stand at, 1.6 m"),
        ("swivel", "Armchair in wool that spins, 80 cm wide"),
        ("swivel", "A bar stool that turns round, brass"),
        ("reclining", "Garden chair, teak, leans back"),
        ("wheels", "Plant stand that rolls, 60 cm tall"),
        ("stackable", "School chairs, beech, must still stack, 46 cm seat"),
        ("extendable", "Table in ash that can be made longer, 140 cm"),
        ("sleeper", "A sofa that pulls out into a bed, 2 m"),
        ("sleeper", "Sofa 210 cm, guests can sleep on it"),
        ("wall_mounted", "A desk that bolts to the wall, 90 cm"),
        ("outdoor", "Bench in larch which lives out in the rain, 1.5 m"),
        ("washable_covers", "Sofa 2 m, covers go in the washing machine"),
        ("lumbar_support", "Office chair, mesh, supports my lower back"),
        ("electric", "Recliner in leather, works at the push of a button"),
        ("flat_pack", "Bookshelf in pine, I can put it together myself, 180 cm high"),
        ("lockable", "Cabinet for guns, steel, with a key, 150 cm"),
        ("storage", "Ottoman with space for blankets, 60 cm"),
        ("foldable", "Chair for camping, folds away, 2.4 kg"),
        ("self_cleaning", "An oven that cleans itself, 60 cm"),
        ("grinder", "Coffee machine that grinds the beans, 15 bar"),
        ("milk_frother", "Espresso machine, froths milk, 1.4 kW"),
        ("keep_warm", "Rice cooker 1.8 l, keeps the rice hot, 700 W"),
        ("temperature_control", "Kettle 1.5 l, lets you choose the temperature"),
        ("frost_free", "Freezer 200 l that never needs defrosting, 38 dB"),
        ("child_lock", "Oven 60 cm, kids can't open it, 3 kW"),
        ("smart_control", "Washing machine 8 kg, I can start it from my phone"),
        ("quiet_operation", "A dishwasher you can hardly hear, 14 settings"),
        ("built_in", "Fridge 120 l, slides under the counter, 36 dB"),
        ("portable", "Heater 1.5 kW, light enough to carry upstairs"),
        ("cordless", "Vacuum 2 kg, works without a cord, 40 minutes"),
        ("sensor_drying", "Dryer 8 kg that stops when the clothes are dry"),
        ("ice_maker", "Fridge 500 l, ice and water in the door"),
        ("water_dispenser", "Fridge 500 l, ice and water in the door"),
        ("wall_mounted", "Bathroom heater 1 kW that hangs on the wall"),
        ("noise_cancelling", "Headphones that keep the office out, 30 h"),
        ("noise_cancelling", "Earbuds, block out the train noise, 8 h"),
        ("wireless_charging", "Phone 6.1 inch, charges without a cable, 5G"),
        ("waterproof", "Speaker 20 W, survives a dunking, 12 h"),
        ("night_vision", "Camera 4 MP that sees in the dark, wifi"),
        ("adjustable_height", "Monitor 27 inch, goes up and down, 4K"),
        ("removable_battery", "Phone 6 inch with a battery I can change, 5G"),
        ("face_recognition", "Laptop 14 inch, knows my face, 16 GB"),
        ("fanless", "PC with 16 GB, no moving parts, 1 TB"),
        ("expandable_storage", "Tablet 11 inch, slot for a memory card, 8 GB"),
        ("two_way_talk", "Doorbell camera, talk and listen, 2 MP"),
        ("ceiling_mounted", "Projector 3,000 lm that hangs from the ceiling"),
        ("headphone_jack", "Phone 6 inch with a hole for headphones"),
        ("electric_drive", "Scooter 14 kg that runs on a battery, 25 km/h"),
        ("regenerative_braking", "Electric bus, 12 m, puts braking energy back"),
        ("autopilot", "Van 5 m that drives itself, 300 km range"),
        ("sunroof", "Estate car 4.6 m, a roof I can open"),
        ("heated_seats", "Car with seats that warm my back, 4.2 m"),
        ("wheelchair_ramp", "Minibus with a ramp for two wheelchairs, 6 m"),
        ("backup_camera", "Truck 8 m, a camera that shows what's behind me"),
        ("manual_transmission", "Roadster 200 hp, gears I change by hand"),
        ("all_wheel_drive", "Pickup 5.3 m, drives on all four wheels"),
        ("rainwater_harvesting", "House 120 m2, a roof that catches the rain for the garden"),
        ("underfloor_heating", "Chapel 90 m2 with warm floors, brick"),
        ("green_roof", "Nursery 300 m2, sedum on the roof, timber"),
        ("ev_charging", "Office 2,000 m2, bays with chargers, 3 floors"),
        ("bike_storage", "Flats, four storeys, somewhere for bikes, brick"),
        ("wheelchair_access", "Library 500 m2 that wheelchairs can reach, brick"),
        ("rooftop_terrace", "Hotel 40 rooms with a bar on the roof, 5 floors"),
        ("courtyard", "School for 200, arranged round a courtyard, brick"),
    ],
)
def test_a_clause_asks_for_a_feature(feature: str, prompt: str) -> None:
    assert feature in read(prompt).spec.features


@pytest.mark.parametrize(
    ("feature", "prompt"),
    [
        ("wheels", "A bench 1.8 m, no castors, oak"),
        ("bike_storage", "House with three bedrooms near the bike parking, brick"),
        ("waterproof", "A phone that can't take rain, 6 inch"),
        ("swivel", "Armchair that must not spin, wool"),
        ("wall_mounted", "A shelf that should not be fixed to the wall, 60 cm"),
        ("grinder", "Espresso machine, no need to grind beans, 15 bar"),
        ("autopilot", "A van that never drives itself, 5 m"),
        ("regenerative_braking", "Truck 8 m with air brakes"),
        ("smart_control", "Kettle I can't talk to from my phone, 1.5 l"),
        ("portable", "A heater for the hall, 2 kW, not easy to carry"),
        ("sleeper", "Bed 160 x 200, turns into a sofa"),
        ("green_roof", "House 120 m2 with grass in front, slate roof"),
        ("rainwater_harvesting", "House with a flat roof, the rain falls on the garden"),
        ("underfloor_heating", "House with three heated bathrooms, oak floor"),
        ("wheelchair_access", "Cabin with two steps, 40 m2"),
        ("electric", "A chair without a motor, leather"),
        ("lockable", "A door without locks, oak cabinet 90 cm"),
        ("timer", "Heater 2 kW without a timer"),
        ("cordless", "Iron 2.4 kW, cord 2 m"),
        ("noise_cancelling", "Speaker 20 W with a rich sound"),
        ("built_in", "Dishwasher 60 cm for a kitchen under the roof"),
    ],
)
def test_a_clause_that_asks_for_none(feature: str, prompt: str) -> None:
    assert feature not in read(prompt).spec.features


@pytest.mark.parametrize(
    ("prompt", "features"),
    [
        # A verb or a describing word that is part of the part's name.
        ("Fridge, reversible door, travel latch", {"reversible_door", "travel_latch"}),
        ("Rabbit hutch, ramp, pull-out tray", {"ramp", "pull_out_tray"}),
        ("Metal detector, backlit screen, headphones socket",
         {"backlit_screen", "headphone_jack"}),
        ("Rice cooker, steam basket, timer", {"steam_basket", "timer"}),
        ("Funeral home, covered driveway, propane heat", {"covered_driveway", "heating"}),
        ("Combine harvester, air conditioned cab", {"air_conditioning"}),
        ("Bus depot, charging for all buses, inspection pits",
         {"ev_charging", "inspection_pits"}),
        # Where the whole stands.
        ("Tea house in a botanical garden, terrace", {"terrace"}),
        ("Tea house with a botanical garden", {"garden"}),
    ],
)  # fmt: skip
def test_parts_by_their_whole_name(prompt: str, features: set[str]) -> None:
    assert set(read(prompt).spec.as_json()["features"]) == features

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.resources.gazetteer.keys import LEAST_BONES, fold, likeness, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Étienne", "st. etienne"),
        ("Deir ez-Zor", "deir\u00a0ez\u2013zor"),
        ("U.S.", "US"),
        ("‘Irbīn", "irbin"),
        ("The Gambia", "gambia"),
        ("Fort Worth", "Ft. Worth"),
        ("Łódź", "lodz"),
    ],
)
def test_spelling_folds(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "names",
    [
        ["Arbin", "‘Irbīn", "Irbine", "عربين"],
        ["Severodonetsk", "Sievierodonetsk", "Syevyerodonets'k", "Сєвєродонецьк"],
        ["Hodeidah", "Al-Ḩudaydah", "Hudaida", "الحديدة"],
        ["Qamishli", "Al-Qāmishlī", "Kamishly", "القامشلي"],
        ["Deir ez-Zor", "Dayr az Zawr", "دير الزور"],
        ["Ain Issa", "‘Ayn ‘Īsá", "عين عيسى"],
        ["Kharkiv", "Kharkov", "Харків"],
    ],
)
def test_romanisations_share_a_skeleton(names):
    assert len({skeleton(name) for name in names}) == 1
    assert skeleton(names[0])


@pytest.mark.parametrize(("one", "other"), [("Derbazin", "Dorvazin"), ("Aleppo", "Arbin"), ("Kharkiv", "Kherson")])
def test_other_names_keep_their_own(one, other):
    assert skeleton(one) != skeleton(other)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=40))
def test_a_skeleton_is_long_enough_or_empty(name):
    assert skeleton(name) == "" or len(skeleton(name)) >= LEAST_BONES


def test_likeness_passes_over_articles():
    assert likeness(fold("Al-Tabqa"), fold("Tabqa")) == 1.0
    assert likeness(fold("Rusafi"), fold("Manshar")) < 0.6

"""The words of names, roles and organisations, as sets: lexicon/names.toml, roles.toml, organisations.toml."""

from claims.extraction.parsed.outlets import names as outlet_names
from claims.extraction.parsed.word_lists import listed, lists


def same_office() -> dict[str, str]:
    """One word for each office that has several: 'sen.' -> 'senator'."""
    words: dict[str, str] = lists("roles")["same"]
    return words


MALE, FEMALE, EITHER = listed("names", "male"), listed("names", "female"), listed("names", "either")
GIVEN = MALE | FEMALE | EITHER
PARTICLES, SUFFIXES = listed("names", "particles"), listed("names", "suffixes")
POSTNOMINALS = listed("names", "postnominals")
OPENINGS = listed("names", "openings")
NOT_NAMES = listed("names", "not_names") | OPENINGS
CAPTIONS = tuple(sorted(listed("names", "captions")))
SURNAMES_TOO = listed("names", "surnames_too")
TITLES_MALE, TITLES_FEMALE = listed("names", "titles_male"), listed("names", "titles_female")
TITLES = TITLES_MALE | TITLES_FEMALE | listed("names", "titles_either")
TITLES_KEPT, TITLES_ROYAL = listed("names", "titles_kept"), listed("names", "titles_royal")
TITLES_PEERAGE = listed("names", "titles_peerage")
OFFICES, VOICES, PEOPLE = listed("roles", "offices"), listed("roles", "voices"), listed("roles", "people")
SPOKE = listed("roles", "spoke")
SPEAKING, EPITHETS, OF_OFFICES = listed("roles", "speaking"), listed("roles", "epithets"), listed("roles", "of_offices")
PARTIES = listed("roles", "democrats"), listed("roles", "republicans")
MALE_ROLES, FEMALE_ROLES = listed("roles", "male"), listed("roles", "female")
ROLE_ADJECTIVES, DISTINGUISHING = listed("roles", "adjectives"), listed("roles", "distinguishing")
ORGANISATION_WORDS, ORGANISATIONS = listed("organisations", "words"), listed("organisations", "names") | outlet_names()
ORGANISATION_NOUNS, GROUPS = listed("organisations", "common"), listed("organisations", "groups")
KINDS = listed("organisations", "kinds")
NO_ORGANISATIONS, PEOPLE_OF = listed("organisations", "no_names"), listed("organisations", "people_of")
DOCUMENTS, DOCUMENT_ENDS = listed("organisations", "documents"), listed("organisations", "document_ends")
MESSAGES = listed("organisations", "messages")

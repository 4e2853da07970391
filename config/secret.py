"""The key that signs sessions: given in production, made once and kept where somebody works on their own."""

from pathlib import Path

from django.core.management.utils import get_random_secret_key

from config import env

LIKE = "a long random text that nobody else knows, at least 50 characters"


def secret_key(kept: Path, *, generated: bool) -> str:
    """SECRET_KEY, or, where `generated`, the key kept in that file. Raises BadSetting when it is missing or short."""
    if generated:
        return env.text("SECRET_KEY", "") or kept_key(kept)
    key = env.text("SECRET_KEY", like=LIKE)
    if len(key) < 50 or len(set(key)) < 5:
        raise env.BadSetting(f"SECRET_KEY is too easy to guess; it should be {LIKE}.")
    return key


def kept_key(kept: Path) -> str:
    """The key in the file, which is made first where there is none. Only the owner may read the file."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        with kept.open("x") as file:
            kept.chmod(0o600)
            file.write(get_random_secret_key())
    except FileExistsError:
        pass
    return kept.read_text()

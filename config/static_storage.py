"""Static files under names that carry a hash of their content, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # it has no types
    """Follows imports between script modules too, or a fresh page would load last week's module by its plain name."""

    support_js_module_import_aggregation = True

"""What leaves the site: Atom feeds, embeds with their oEmbed answers, preview cards, citations, the sitemap. Values of
the timeline come in, and leave as what others read; nothing is looked up here."""

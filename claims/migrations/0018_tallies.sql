-- What is counted of speakers (models/tally.py): each row of claims_listing counts under up to four headings or more.

CREATE OR REPLACE FUNCTION claims_headings(
    place text, role text, outlets text[], withdrawn boolean, said_from date, said_until date
) RETURNS TABLE (of text, key text, first date, last date) LANGUAGE sql IMMUTABLE AS $$
    SELECT 'all', '', coalesce(said_from, said_until), said_until
    UNION ALL SELECT 'month', left(place, 6), NULL, NULL
    UNION ALL SELECT 'role', role, coalesce(said_from, said_until), said_until WHERE role <> ''
    UNION ALL SELECT 'outlet', outlet, NULL, NULL FROM unnest(outlets) outlet WHERE NOT withdrawn
$$;

-- Takes the rows of lists that came, and those that went. Days are looked for anew where the first or the last one went.
CREATE OR REPLACE FUNCTION claims_tally(came claims_listing[], went claims_listing[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE lost claims_tally[];
BEGIN
    PERFORM claims_take_turn();
    WITH moved AS (
        SELECT seen.speaker_id, seen.public, seen.by, heading.*
        FROM (
            SELECT one.speaker_id, one.public, one.place, one.role, one.outlets, one.withdrawn, one.said_from,
                one.said_until, 1 AS by FROM unnest(came) one
            UNION ALL
            SELECT one.speaker_id, one.public, one.place, one.role, one.outlets, one.withdrawn, one.said_from,
                one.said_until, -1 FROM unnest(went) one
        ) seen,
        claims_headings(seen.place, seen.role, seen.outlets, seen.withdrawn, seen.said_from, seen.said_until) heading
    ), summed AS (
        SELECT speaker_id, of, key, public, sum(by)::integer AS count,
            min(first) FILTER (WHERE by > 0) AS first, max(last) FILTER (WHERE by > 0) AS last,
            min(first) FILTER (WHERE by < 0) AS first_lost, max(last) FILTER (WHERE by < 0) AS last_lost
        FROM moved GROUP BY 1, 2, 3, 4
    ), stored AS (
        INSERT INTO claims_tally AS tally (speaker_id, of, key, public, count, first, last)
        SELECT speaker_id, of, key, public, count, first, last FROM summed
        WHERE count <> 0 OR first IS DISTINCT FROM first_lost OR last IS DISTINCT FROM last_lost
        ORDER BY 1, 2, 3, 4
        ON CONFLICT (speaker_id, of, key, public) DO UPDATE SET count = tally.count + excluded.count,
            first = least(tally.first, excluded.first), last = greatest(tally.last, excluded.last)
        RETURNING tally.*
    )
    SELECT array_agg(stored.*::claims_tally) INTO lost FROM stored JOIN summed USING (speaker_id, of, key, public)
    WHERE stored.count = 0 OR stored.first = summed.first_lost AND summed.first IS DISTINCT FROM summed.first_lost
        OR stored.last = summed.last_lost AND summed.last IS DISTINCT FROM summed.last_lost;
    IF lost IS NULL THEN
        RETURN;
    END IF;
    DELETE FROM claims_tally tally USING unnest(lost) gone WHERE tally.id = gone.id AND gone.count = 0;
    UPDATE claims_tally tally SET first = now.first, last = now.last
    FROM unnest(lost) gone, LATERAL (
        SELECT min(coalesce(listed.said_from, listed.said_until)) AS first, max(listed.said_until) AS last
        FROM claims_listing listed
        WHERE listed.speaker_id = gone.speaker_id AND listed.public = gone.public
            AND (gone.of = 'all' OR listed.role = gone.key)
    ) now
    WHERE tally.id = gone.id AND gone.count <> 0;
END $$;

CREATE OR REPLACE FUNCTION claims_tally_all() RETURNS void LANGUAGE sql AS $$
    INSERT INTO claims_tally (speaker_id, of, key, public, count, first, last)
    SELECT seen.speaker_id, heading.of, heading.key, seen.public, count(*), min(heading.first), max(heading.last)
    FROM claims_listing seen,
        claims_headings(seen.place, seen.role, seen.outlets, seen.withdrawn, seen.said_from, seen.said_until) heading
    GROUP BY 1, 2, 3, 4
$$;

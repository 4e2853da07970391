-- The functions that keep claims_listing, claims_pairlisting and claims_stamp (models/listing.py). Each computes its rows
-- anew from the records; whoever calls one waits for the turn that the verbs take, so that none works on what another
-- has not stored yet.

CREATE OR REPLACE FUNCTION claims_take_turn() RETURNS void LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(7239114) $$;

-- Sorts as timeline.arranging.chronological does; 36 characters, to be compared in the collation "C".
CREATE OR REPLACE FUNCTION claims_place(said_from date, said_until date, said_precision text, said_time time, day_order integer, id bigint)
RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN said_until IS NULL THEN '999912319' ELSE
            lpad((extract(year FROM coalesce(said_from, said_until)) * 10000
                + extract(month FROM coalesce(said_from, said_until)) * 100
                + extract(day FROM coalesce(said_from, said_until)))::integer::text, 8, '0')
            || CASE said_precision WHEN '' THEN '0' WHEN 'year' THEN '1' WHEN 'month' THEN '2' ELSE '3' END
        END
        || lpad((32768 + day_order)::text, 5, '0')
        || coalesce(replace(left(said_time::text, 8), ':', ''), '000000')
        || lpad(id::text, 16, '0')
$$;

-- Words as they are searched: without accents, apostrophes alike. claims.search.words does the same to what is typed.
CREATE OR REPLACE FUNCTION claims_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT translate(regexp_replace(normalize(left(words, 200000), NFD), '[\u0300-\u036f]', '', 'g'), '’‘ʼ', '''''''')
$$;

CREATE OR REPLACE FUNCTION claims_vector(words text, who text, around text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT setweight(to_tsvector('english'::regconfig, claims_plain(words)), 'A')
        || setweight(to_tsvector('english'::regconfig, claims_plain(who)), 'B')
        || setweight(to_tsvector('english'::regconfig, claims_plain(around)), 'C')
$$;

CREATE OR REPLACE FUNCTION claims_stamp_all(stories bigint[], speakers bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO claims_stamp (scope, value)
    SELECT scope, 1 FROM (
        SELECT 'site' AS scope
        UNION SELECT 'story:' || story FROM unnest(stories) story
        UNION SELECT 'speaker:' || speaker FROM unnest(speakers) speaker
    ) scopes ORDER BY scope
    ON CONFLICT (scope) DO UPDATE SET value = claims_stamp.value + 1
$$;

CREATE OR REPLACE FUNCTION claims_stamp_of(statements bigint[]) RETURNS void LANGUAGE sql AS $$
    SELECT claims_stamp_all(
        ARRAY(SELECT DISTINCT unnest(public_stories) FROM claims_listing WHERE statement_id = ANY(statements)),
        ARRAY(SELECT DISTINCT speaker_id FROM claims_listing WHERE statement_id = ANY(statements) AND public)
    ) WHERE EXISTS (SELECT 1 FROM claims_listing WHERE statement_id = ANY(statements) AND public)
$$;

CREATE OR REPLACE FUNCTION claims_list_pairs(which bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE moved bigint[];
BEGIN
    PERFORM claims_take_turn();
    DELETE FROM claims_pairlisting listed USING claims_contradiction pair
    WHERE listed.contradiction_id = ANY(which) AND pair.id = listed.contradiction_id
        AND pair.state IN ('suggested', 'dismissed');
    WITH stored AS (INSERT INTO claims_pairlisting AS listed (
        contradiction_id, first_id, second_id, place, finding, kind, clashes, stands, public, speakers, stories,
        public_stories, confirmed_at
    )
    SELECT id, first_id, second_id,
        CASE finding WHEN 'contradiction' THEN '0' WHEN 'partial' THEN '1' ELSE '2' END
            || CASE kind WHEN 'reversal' THEN '0' WHEN 'record' THEN '1' ELSE '2' END
            || later || earlier || lpad(id::text, 16, '0'),
        finding, kind, finding <> 'consistent', stands, edition_id IS NOT NULL AND public_stories <> '{}',
        speakers, stories, public_stories, confirmed_at
    FROM (
        SELECT pair.id, pair.first_id, pair.second_id, pair.edition_id, edition.confirmed_at,
            CASE WHEN edition.id IS NULL THEN pair.finding ELSE edition.content->>'finding' END AS finding,
            CASE
                WHEN coalesce(one_edition.content->>'kind', one_speaker.kind) = 'document'
                    OR coalesce(two_edition.content->>'kind', two_speaker.kind) = 'document' THEN 'record'
                WHEN one.speaker_id = two.speaker_id THEN 'reversal'
                ELSE 'dispute'
            END AS kind,
            greatest(one.place, two.place) AS later, least(one.place, two.place) AS earlier,
            pair.withdrawn_reason = '' AND NOT one.withdrawn AND NOT two.withdrawn AS stands,
            CASE WHEN one.speaker_id = two.speaker_id THEN ARRAY[one.speaker_id]
                ELSE ARRAY[one.speaker_id, two.speaker_id] END AS speakers,
            ARRAY(SELECT unnest(one.stories) INTERSECT SELECT unnest(two.stories)) AS stories,
            ARRAY(SELECT unnest(one.public_stories) INTERSECT SELECT unnest(two.public_stories)) AS public_stories
        FROM claims_contradiction pair
        JOIN claims_listing one ON one.statement_id = pair.first_id
        JOIN claims_listing two ON two.statement_id = pair.second_id
        JOIN claims_speaker one_speaker ON one_speaker.id = one.speaker_id
        JOIN claims_speaker two_speaker ON two_speaker.id = two.speaker_id
        LEFT JOIN claims_contradictionedition edition ON edition.id = pair.edition_id
        LEFT JOIN claims_statementedition one_edition ON one_edition.id = edition.first_edition_id
        LEFT JOIN claims_statementedition two_edition ON two_edition.id = edition.second_edition_id
        WHERE pair.id = ANY(which) AND pair.state NOT IN ('suggested', 'dismissed')
    ) now
    ON CONFLICT (contradiction_id) DO UPDATE SET
        place = excluded.place, finding = excluded.finding, kind = excluded.kind, clashes = excluded.clashes,
        stands = excluded.stands, public = excluded.public, speakers = excluded.speakers, stories = excluded.stories,
        public_stories = excluded.public_stories, confirmed_at = excluded.confirmed_at
        RETURNING *)
    -- What readers see of a pair stands on the pages of both its statements, as it was and as it is.
    SELECT array_agg(side) INTO moved
    FROM stored LEFT JOIN claims_pairlisting was ON was.contradiction_id = stored.contradiction_id
    CROSS JOIN LATERAL unnest(ARRAY[stored.first_id, stored.second_id]) side
    WHERE (stored.public OR was.public) AND stored IS DISTINCT FROM was;
    PERFORM claims_stamp_of(moved);
END $$;

CREATE OR REPLACE FUNCTION claims_list(which bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    moved bigint[];
    moved_stories bigint[];
    moved_speakers bigint[];
    pairs bigint[] := ARRAY(SELECT id FROM claims_contradiction WHERE first_id = ANY(which)
        UNION SELECT id FROM claims_contradiction WHERE second_id = ANY(which) ORDER BY 1);
BEGIN
    PERFORM claims_take_turn();
    WITH seat AS (
        SELECT member.statement_id, array_agg(story.id ORDER BY story.id) AS stories
        FROM claims_storyeditionmember member JOIN claims_story story ON story.edition_id = member.edition_id
        WHERE member.statement_id = ANY(which) AND story.state = 'published' GROUP BY 1
    ), gathered AS (
        SELECT place.statement_id, array_agg(story.id ORDER BY story.id) AS stories
        FROM claims_storystatement place JOIN claims_story story ON story.id = place.story_id
        JOIN claims_statement statement ON statement.id = place.statement_id
        WHERE place.statement_id = ANY(which) AND (story.state = 'unpublished' OR statement.edition_id IS NULL) GROUP BY 1
    ), told AS (
        SELECT statement.id, edition.id AS edition_id, edition.speaker_id, statement.speaker_id AS desk_speaker_id,
            edition.said_from, edition.said_until, edition.said_precision, edition.said_time, edition.day_order,
            edition.content->>'mode' AS mode, edition.content->>'stance' AS stance,
            edition.content->>'words' AS words, edition.content->>'role' AS role, concat_ws(' ', edition.content->>'name', edition.content->>'role') AS who,
            concat_ws(' ', edition.content->>'occasion', edition.content->>'question') AS around,
            ARRAY(SELECT DISTINCT one->>'outlet' FROM jsonb_array_elements(edition.content->'renderings') one) AS outlets,
            (SELECT min(nullif(one->>'published', '')::date)
                FROM jsonb_array_elements(edition.content->'renderings') one) AS known_from,
            statement.words AS desk_words, statement.role AS desk_role,
            concat_ws(' ', statement.occasion, statement.question) AS desk_around,
            statement.withdrawn_reason <> '' AS withdrawn
        FROM claims_statement statement JOIN claims_statementedition edition ON edition.id = statement.edition_id
        WHERE statement.id = ANY(which)
        UNION ALL
        SELECT statement.id, NULL, statement.speaker_id, statement.speaker_id, statement.said_from, statement.said_until,
            statement.said_precision, statement.said_time, statement.day_order, statement.mode, statement.stance,
            '', statement.role, '', '', '{}', NULL, statement.words, statement.role,
            concat_ws(' ', statement.occasion, statement.question), false
        FROM claims_statement statement WHERE statement.id = ANY(which) AND statement.edition_id IS NULL
    ), stored AS (INSERT INTO claims_listing AS listed (
        statement_id, edition_id, speaker_id, place, said_from, said_until, known_from, mode, stance, role, outlets, stories,
        public_stories, public, withdrawn, vector, desk_vector
    )
    SELECT told.id, told.edition_id, coalesce(speaker.merged_into_id, speaker.id),
        claims_place(told.said_from, told.said_until, told.said_precision, told.said_time, told.day_order, told.id),
        told.said_from, told.said_until, coalesce(told.known_from, told.said_until), told.mode, told.stance, told.role,
        told.outlets,
        ARRAY(SELECT unnest(seat.stories) UNION SELECT unnest(gathered.stories) ORDER BY 1),
        CASE WHEN told.edition_id IS NULL THEN '{}' ELSE coalesce(seat.stories, '{}') END,
        told.edition_id IS NOT NULL AND seat.stories IS NOT NULL,
        told.withdrawn, claims_vector(told.words, told.who, told.around),
        claims_vector(told.desk_words, concat_ws(' ', desk.name, told.desk_role), told.desk_around)
    FROM told
    JOIN claims_speaker speaker ON speaker.id = told.speaker_id
    JOIN claims_speaker desk ON desk.id = told.desk_speaker_id
    LEFT JOIN seat ON seat.statement_id = told.id
    LEFT JOIN gathered ON gathered.statement_id = told.id
    ORDER BY told.id
    ON CONFLICT (statement_id) DO UPDATE SET
        edition_id = excluded.edition_id, speaker_id = excluded.speaker_id, place = excluded.place,
        said_from = excluded.said_from, said_until = excluded.said_until, known_from = excluded.known_from,
        mode = excluded.mode, stance = excluded.stance, role = excluded.role, outlets = excluded.outlets, stories = excluded.stories,
        public_stories = excluded.public_stories, public = excluded.public, withdrawn = excluded.withdrawn,
        vector = excluded.vector, desk_vector = excluded.desk_vector
    WHERE (listed.edition_id, listed.speaker_id, listed.place, listed.mode, listed.stance, listed.stories,
            listed.public_stories, listed.withdrawn, listed.desk_vector)
        IS DISTINCT FROM (excluded.edition_id, excluded.speaker_id, excluded.place, excluded.mode, excluded.stance,
            excluded.stories, excluded.public_stories, excluded.withdrawn, excluded.desk_vector)
        RETURNING *), seen AS (
        SELECT stored.statement_id,
            coalesce(was.public_stories, '{}') || stored.public_stories AS stories,
            ARRAY[was.speaker_id, stored.speaker_id] AS speakers
        FROM stored LEFT JOIN claims_listing was ON was.statement_id = stored.statement_id
        WHERE (stored.public OR was.public)
            AND (stored.edition_id, stored.speaker_id, stored.public_stories, stored.withdrawn)
                IS DISTINCT FROM (was.edition_id, was.speaker_id, was.public_stories, was.withdrawn)
    )
    SELECT array_agg(statement_id),
        (SELECT array_agg(DISTINCT story) FROM seen, unnest(stories) story),
        (SELECT array_agg(DISTINCT speaker) FROM seen, unnest(speakers) speaker WHERE speaker IS NOT NULL)
    INTO moved, moved_stories, moved_speakers FROM seen;
    IF moved IS NOT NULL THEN
        PERFORM claims_stamp_all(moved_stories, moved_speakers);
        -- Whoever is compared with it shows that it has a newer edition, or was withdrawn.
        PERFORM claims_stamp_of(ARRAY(SELECT unnest(ARRAY[first_id, second_id])
            FROM claims_contradiction WHERE first_id = ANY(moved) OR second_id = ANY(moved)));
    END IF;
    IF pairs <> '{}' THEN
        PERFORM claims_list_pairs(pairs);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION claims_list_story(story bigint, before bigint, now bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM claims_take_turn();
    PERFORM claims_list(ARRAY(
        SELECT statement_id FROM claims_storyeditionmember WHERE edition_id IN (before, now)
        UNION SELECT statement_id FROM claims_storystatement WHERE story_id = story ORDER BY 1));
    PERFORM claims_stamp_all(ARRAY[story], '{}');
END $$;

CREATE OR REPLACE FUNCTION claims_list_speaker(speaker bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM claims_take_turn();
    PERFORM claims_list(ARRAY(
        SELECT id FROM claims_statement WHERE speaker_id = speaker
        UNION SELECT statement_id FROM claims_statementedition WHERE speaker_id = speaker ORDER BY 1));
    INSERT INTO claims_stamp (scope, value) VALUES ('names', 1)
    ON CONFLICT (scope) DO UPDATE SET value = claims_stamp.value + 1;
END $$;

CREATE OR REPLACE FUNCTION claims_stamp_corrected(statement bigint, pair bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM claims_take_turn();
    PERFORM claims_stamp_of(ARRAY[statement]) WHERE statement IS NOT NULL;
    PERFORM claims_stamp_of(ARRAY[first_id, second_id]) FROM claims_contradiction WHERE id = pair;
    -- A corrected statement stands on the pages of whomever it is compared with, too.
    PERFORM claims_stamp_of(ARRAY(SELECT first_id FROM claims_contradiction WHERE second_id = statement
        UNION SELECT second_id FROM claims_contradiction WHERE first_id = statement)) WHERE statement IS NOT NULL;
END $$;

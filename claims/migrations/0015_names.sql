-- Names as they are looked up (models/naming.py): runs of three letters, as text.searching.grams makes them.

CREATE OR REPLACE FUNCTION claims_grams(names text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(array_agg(DISTINCT substr('  ' || word, at, 3)), '{}')
    FROM regexp_split_to_table(lower(claims_plain(names)), '[^\w]+|_') word,
        generate_series(1, length(word)) at
    WHERE word <> ''
$$;

CREATE OR REPLACE FUNCTION claims_shared(one text[], other text[]) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT count(*)::double precision FROM unnest(other) part WHERE part = ANY(one)
$$;

CREATE OR REPLACE FUNCTION claims_name_speaker(which bigint) RETURNS void LANGUAGE sql AS $$
    INSERT INTO claims_speakernaming (speaker_id, grams)
    SELECT id, claims_grams(name || ' ' || array_to_string(aliases, ' ')) FROM claims_speaker WHERE id = which
    ON CONFLICT (speaker_id) DO UPDATE SET grams = excluded.grams
$$;

-- Roles for apply and plan, and a history that PostgreSQL itself does not keep. Run it as the owner of the database:
--   psql --set ON_ERROR_STOP=1 --file state-backend.sql "$ADMIN_CONN_STR"
-- Then set skip_schema_creation, skip_table_creation and skip_index_creation to true in the block (or PG_SKIP_*=true):
-- the roles below may not create anything. Running it twice changes nothing.
BEGIN;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'terraform_apply') THEN
    CREATE ROLE terraform_apply NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'terraform_plan') THEN
    CREATE ROLE terraform_plan NOLOGIN;
  END IF;
END
$$;

-- What the backend itself would create, with these names.
CREATE SCHEMA IF NOT EXISTS :schema;
CREATE SEQUENCE IF NOT EXISTS public.global_states_id_seq AS bigint;
CREATE TABLE IF NOT EXISTS :schema.states (
  id bigint NOT NULL DEFAULT nextval('public.global_states_id_seq') PRIMARY KEY,
  name text UNIQUE,
  data text
);
CREATE UNIQUE INDEX IF NOT EXISTS states_by_name ON :schema.states (name);

-- Nobody else: a state holds every password of what it describes.
REVOKE ALL ON SCHEMA :schema FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA :schema FROM PUBLIC;

-- Apply reads and writes. The lock is an advisory lock of the session; it needs no right, and goes with its holder.
GRANT USAGE ON SCHEMA public TO terraform_apply;
GRANT USAGE ON SCHEMA :schema TO terraform_apply, terraform_plan;
GRANT SELECT, INSERT, UPDATE, DELETE ON :schema.states TO terraform_apply;
GRANT USAGE, SELECT ON SEQUENCE public.global_states_id_seq TO terraform_apply;
-- Plan reads and locks.
GRANT SELECT ON :schema.states TO terraform_plan;

-- Every state that is overwritten or deleted is kept here: the only undo. Who applies can add to it, not change it.
CREATE TABLE IF NOT EXISTS :schema.states_history (
  at timestamptz NOT NULL DEFAULT now(),
  by_role text NOT NULL DEFAULT session_user,
  id bigint NOT NULL,
  name text,
  data text
);
CREATE INDEX IF NOT EXISTS states_history_by_name ON :schema.states_history (name, at);
REVOKE ALL ON :schema.states_history FROM PUBLIC;

CREATE OR REPLACE FUNCTION :schema.keep_state() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO :schema.states_history (id, name, data) VALUES (OLD.id, OLD.name, OLD.data);
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION :schema.keep_state() FROM PUBLIC;

DROP TRIGGER IF EXISTS keep_state ON :schema.states;
CREATE TRIGGER keep_state BEFORE UPDATE OR DELETE ON :schema.states
  FOR EACH ROW EXECUTE FUNCTION :schema.keep_state();

--:grant
COMMIT;

-- Now and then, by the owner:
--   DELETE FROM :schema.states_history WHERE at < now() - interval '1 year';

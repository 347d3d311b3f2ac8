-- Times are milliseconds since 1970 (UTC), the same number on each database. ${id} is a key that is never given twice.

CREATE TABLE machine (
  id ${id},
  jid TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  standing TEXT NOT NULL,
  hardware TEXT,
  other_hardware TEXT,
  first_seen BIGINT,
  last_seen BIGINT,
  version TEXT,
  address TEXT,
  mac TEXT,
  boot BIGINT,
  presence TEXT NOT NULL,
  presence_since BIGINT,
  gone BIGINT,
  last_user TEXT,
  last_user_at BIGINT,
  sheet TEXT,
  sheet_at BIGINT
);

-- What outlives the purge: how far each journal was stored, so that what was purged does not come back.
CREATE TABLE journal (
  id ${id},
  machine_id BIGINT NOT NULL REFERENCES machine (id),
  name TEXT NOT NULL,
  high BIGINT NOT NULL,
  boot BIGINT,
  begun BIGINT,
  stopped INTEGER NOT NULL DEFAULT 0,
  before_it TEXT NOT NULL DEFAULT 'agent-off',
  first_heard BIGINT NOT NULL,
  UNIQUE (machine_id, name)
);

-- Events that were never received: "n events missing".
CREATE TABLE gap (
  journal_id BIGINT NOT NULL REFERENCES journal (id),
  first_seq BIGINT NOT NULL,
  last_seq BIGINT NOT NULL,
  noticed BIGINT NOT NULL,
  PRIMARY KEY (journal_id, first_seq)
);

CREATE TABLE event (
  journal_id BIGINT NOT NULL REFERENCES journal (id),
  seq BIGINT NOT NULL,
  machine_id BIGINT NOT NULL REFERENCES machine (id),
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  happened BIGINT NOT NULL,
  received BIGINT NOT NULL,
  uid TEXT,
  details TEXT NOT NULL,
  PRIMARY KEY (journal_id, seq)
);
CREATE INDEX event_by_machine ON event (machine_id, happened);
CREATE INDEX event_by_time ON event (happened);

-- One row for each way in which somebody was known: few enough to be read through for a part of a name.
CREATE TABLE person (
  id ${id},
  login TEXT NOT NULL,
  domain TEXT NOT NULL,
  full_name TEXT NOT NULL,
  group_name TEXT NOT NULL,
  folded_login TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE (login, domain, full_name, group_name)
);
CREATE INDEX person_by_login ON person (folded_login);

CREATE TABLE room (
  id ${id},
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE
);

CREATE TABLE session (
  id ${id},
  machine_id BIGINT NOT NULL REFERENCES machine (id),
  uid TEXT NOT NULL,
  person_id BIGINT NOT NULL REFERENCES person (id),
  room_id BIGINT REFERENCES room (id),
  address TEXT,
  client TEXT,
  kind TEXT NOT NULL,
  logon BIGINT NOT NULL,
  machine_logon BIGINT NOT NULL,
  logoff BIGINT,
  ended TEXT,
  lasted BIGINT,
  presumed INTEGER NOT NULL DEFAULT 0,
  opened_by TEXT NOT NULL,
  heard BIGINT NOT NULL,
  present BIGINT NOT NULL,
  locked_since BIGINT,
  locked_seconds BIGINT NOT NULL DEFAULT 0,
  idle_since BIGINT,
  idle_seconds BIGINT NOT NULL DEFAULT 0,
  UNIQUE (machine_id, uid)
);
CREATE INDEX session_by_logon ON session (logon, id);
CREATE INDEX session_by_machine ON session (machine_id, logon, id);
CREATE INDEX session_by_person ON session (person_id, logon, id);
CREATE INDEX session_by_room ON session (room_id, logon, id);
CREATE INDEX session_by_address ON session (address, logon, id);
CREATE INDEX session_open ON session (machine_id) WHERE logoff IS NULL;
-- The longest one bounds how far back a session that was open at a given time can have begun.
CREATE INDEX session_by_length ON session ((logoff - logon));

-- How much each room was used in each hour (since 1970, UTC); stays when history goes. Room 0: all machines.
CREATE TABLE usage_hour (
  room_id BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  sessions INTEGER NOT NULL,
  in_use_seconds BIGINT NOT NULL,
  most_at_once INTEGER NOT NULL,
  PRIMARY KEY (room_id, hour)
);
-- Hours that were counted and have changed since.
CREATE TABLE usage_stale (
  hour BIGINT NOT NULL PRIMARY KEY
);

CREATE TABLE audit (
  id ${id},
  at BIGINT NOT NULL,
  who TEXT NOT NULL,
  role TEXT,
  channel TEXT,
  action TEXT NOT NULL,
  target TEXT,
  details TEXT,
  outcome TEXT
);
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_who ON audit (who, id);
CREATE INDEX audit_by_action ON audit (action, id);

-- Single numbers: 'purged' (history before it is gone), 'counted' (hours before it are in usage_hour).
CREATE TABLE mark (
  name TEXT NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);

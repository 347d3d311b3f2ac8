-- When the machine came by its account through enrolment, and when its password was last renewed.
ALTER TABLE machine ADD COLUMN enrolled BIGINT;
ALTER TABLE machine ADD COLUMN renewed BIGINT;

-- During which new PCs may enrol. Room '': all rooms. One for each room at a time.
CREATE TABLE enrolment_window (
  room TEXT NOT NULL PRIMARY KEY,
  until BIGINT NOT NULL,
  known INTEGER NOT NULL,
  opened BIGINT NOT NULL,
  opened_by TEXT NOT NULL
);

-- What a person said of one hardware that asked to enrol under a name; a yes is used up by enrolling.
CREATE TABLE enrolment_word (
  jid TEXT NOT NULL,
  hardware TEXT NOT NULL,
  yes INTEGER NOT NULL,
  said BIGINT NOT NULL,
  said_by TEXT NOT NULL,
  PRIMARY KEY (jid, hardware)
);

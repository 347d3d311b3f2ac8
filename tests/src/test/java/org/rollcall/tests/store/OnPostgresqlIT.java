package org.rollcall.tests.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.rollcall.central.store.AuditTrailTest;
import org.rollcall.central.store.EnrolmentsTest;
import org.rollcall.central.store.EventStoreTest;
import org.rollcall.central.store.HistoryTest;
import org.rollcall.central.store.MachinesTest;
import org.rollcall.central.store.PrivacyTest;
import org.rollcall.central.store.ReconcileTest;
import org.rollcall.central.store.SessionsTest;
import org.rollcall.central.store.StoreSettings;
import org.rollcall.central.store.UsageTest;
import org.rollcall.central.store.sql.BackupTest;
import org.rollcall.tests.fixture.PostgresServer;

/** The store's unit tests, which run on SQLite, once more on PostgreSQL: each test in a database of its own. */
class OnPostgresqlIT {
    private static PostgresServer server;

    @BeforeAll
    static void startServer() {
        server = new PostgresServer().start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static StoreSettings newDatabase() {
        return settings(server.store());
    }

    private static StoreSettings settings(String url) {
        return new StoreSettings(url, PostgresServer.USER, PostgresServer.PASSWORD::toCharArray);
    }

    @Nested
    class EventStore extends EventStoreTest {
        private final StoreSettings own = newDatabase();

        @Override
        protected StoreSettings settings() {
            return own;
        }
    }

    @Nested
    class Sessions extends SessionsTest {
        private final StoreSettings own = newDatabase();

        @Override
        protected StoreSettings settings() {
            return own;
        }
    }

    @Nested
    class Reconcile extends ReconcileTest {
        private final StoreSettings own = newDatabase();

        @Override
        protected StoreSettings settings() {
            return own;
        }
    }

    @Nested
    class Machines extends MachinesTest {
        private final StoreSettings own = newDatabase();

        @Override
        protected StoreSettings settings() {
            return own;
        }
    }

    @Nested
    class Enrolments extends EnrolmentsTest {
        private final StoreSettings own = newDatabase();

        @Override
        protected StoreSettings settings() {
            return own;
        }
    }

    @Nested
    class History extends HistoryTest {
        private final StoreSettings own = newDatabase();

        @Override
        protected StoreSettings settings() {
            return own;
        }
    }

    @Nested
    class Usage extends UsageTest {
        private final StoreSettings own = newDatabase();

        @Override
        protected StoreSettings settings() {
            return own;
        }
    }

    @Nested
    class AuditTrail extends AuditTrailTest {
        private final StoreSettings own = newDatabase();

        @Override
        protected StoreSettings settings() {
            return own;
        }
    }

    @Nested
    class Privacy extends PrivacyTest {
        private final StoreSettings own = newDatabase();

        @Override
        protected StoreSettings settings() {
            return own;
        }
    }

    @Nested
    class Backup extends BackupTest {
        private final StoreSettings own = newDatabase();

        @Override
        protected StoreSettings settings() {
            return own;
        }
    }
}

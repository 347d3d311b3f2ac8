package org.rollcall.central.service;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.signin.SignIns;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.central.web.PrivacyFacts;
import org.rollcall.central.web.ServiceFigures;
import org.rollcall.central.web.WebParts;
import org.rollcall.central.web.WebSettings;

/** What the settings say of the web board, as its server takes it. */
final class WebBoard {
    private WebBoard() {}

    static WebSettings settings(CentralSettings settings) {
        CentralSettings.Web web = settings.web();
        return new WebSettings(
                web.listen().host(),
                web.listen().port(),
                web.listen().otherwiseAny(),
                web.certificateFile(),
                web.keyFile(),
                web.publicUrl() == null ? null : URI.create(web.publicUrl()),
                web.trustedProxies(),
                web.title(),
                ZoneId.systemDefault(),
                null,
                new PrivacyFacts(
                        settings.history().keep(),
                        settings.history().keepAudit(),
                        settings.history().keepLogs(),
                        web.controller(),
                        web.contact(),
                        settings.history().hideStaffProcesses()));
    }

    static WebParts parts(
            CentralSettings settings,
            Ground ground,
            Speaking speaking,
            Enrolling enrolling,
            ServiceFigures figures,
            InstantSource clock) {
        Stores stores = ground.stores();
        return new WebParts(
                ground.board(),
                ground.park()::park,
                new CurrentPeople(ground.park()::people),
                settings::grants,
                stores.history(),
                stores.audit(),
                stores.machines(),
                speaking.asker(),
                speaking.wake()::wake,
                SignIns.desk(settings, ground.directory(), ground.park()::people, ground.groups(), clock),
                stores.personalData(),
                figures,
                ground.troubles(enrolling::failing),
                enrolling.office(),
                clock);
    }
}

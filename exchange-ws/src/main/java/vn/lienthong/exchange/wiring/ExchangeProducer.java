package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.lienthong.exchange.application.capability.ReceiverCapabilities;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.directory.Authenticate;
import vn.lienthong.exchange.application.directory.Directory;
import vn.lienthong.exchange.application.directory.ImportDirectory;
import vn.lienthong.exchange.application.directory.OwnAgencies;
import vn.lienthong.exchange.application.directory.Register;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.dispatch.Intake;
import vn.lienthong.exchange.application.dispatch.Links;
import vn.lienthong.exchange.application.dispatch.RecallDocument;
import vn.lienthong.exchange.application.dispatch.RecordDispatch;
import vn.lienthong.exchange.application.dispatch.RecordStatus;
import vn.lienthong.exchange.application.dispatch.SendStatusMessages;
import vn.lienthong.exchange.application.dispatch.Traces;
import vn.lienthong.exchange.application.dispatch.Trails;
import vn.lienthong.exchange.application.register.RegisterArrival;
import vn.lienthong.exchange.application.setaside.DeliveryAttempts;
import vn.lienthong.exchange.application.setaside.RestoreDeliveries;
import vn.lienthong.exchange.application.upload.AppendToUpload;
import vn.lienthong.exchange.application.upload.SendUpload;
import vn.lienthong.exchange.application.upload.Uploading;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.boundary.vxp.VxpPath;
import vn.lienthong.exchange.boundary.vxp.VxpSettings;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.edxml.EdxmlReader;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.edxml.EdxmlWriter;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.upload.UploadFiles;
import vn.lienthong.exchange.infrastructure.edxml.WoodstoxEdxmlReader;
import vn.lienthong.exchange.infrastructure.edxml.WoodstoxEdxmlWriter;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;

/** The use cases of the exchange. */
@ApplicationScoped
class ExchangeProducer {
    @Produces
    @Singleton
    EdxmlReader edxmlReader(Clock clock) {
        return new WoodstoxEdxmlReader(clock);
    }

    @Produces
    @Singleton
    EdxmlWriter edxmlWriter() {
        return new WoodstoxEdxmlWriter();
    }

    @Produces
    @Singleton
    AcceptDispatch acceptDispatch(
            ContentStore store,
            EdxmlReader reader,
            ExchangeConfig config,
            UnitOfWork unitOfWork,
            Intake intake,
            RecordDispatch record) {
        return new AcceptDispatch(store, reader, EdxmlRules.FIELD, config.contentLimit(), unitOfWork, intake, record);
    }

    @Produces
    @Singleton
    Intake intake(IdSource ids, Clock clock) {
        return new Intake(ids, clock);
    }

    @Produces
    @Singleton
    RecordDispatch recordDispatch(UnitOfWork unitOfWork, IdSource ids) {
        return new RecordDispatch(unitOfWork, ids);
    }

    @Produces
    @Singleton
    RecordStatus recordStatus(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        return new RecordStatus(unitOfWork, ids, clock);
    }

    @Produces
    @Singleton
    SendStatusMessages sendStatusMessages(
            UnitOfWork unitOfWork, ContentStore store, EdxmlWriter writer, IdSource ids, Clock clock) {
        return new SendStatusMessages(unitOfWork, store, writer, ids, clock);
    }

    @Produces
    @Singleton
    Traces traces(UnitOfWork unitOfWork) {
        return new Traces(unitOfWork);
    }

    @Produces
    @Singleton
    Trails trails(UnitOfWork unitOfWork) {
        return new Trails(unitOfWork);
    }

    @Produces
    @Singleton
    Links links(UnitOfWork unitOfWork) {
        return new Links(unitOfWork);
    }

    @Produces
    @Singleton
    RecallDocument recallDocument(
            UnitOfWork unitOfWork,
            ContentStore store,
            EdxmlReader reader,
            EdxmlWriter writer,
            AcceptDispatch accept,
            Clock clock) {
        return new RecallDocument(unitOfWork, store, reader, writer, accept, clock);
    }

    @Produces
    @Singleton
    Mailbox mailbox(UnitOfWork unitOfWork, ContentStore store, Clock clock) {
        return new Mailbox(unitOfWork, store, clock);
    }

    @Produces
    @Singleton
    Transport transport(UnitOfWork unitOfWork, Clock clock, RegisterArrival arrival) {
        return new Transport(unitOfWork, clock, arrival);
    }

    @Produces
    @Singleton
    DeliveryAttempts deliveryAttempts(UnitOfWork unitOfWork, Clock clock) {
        return new DeliveryAttempts(unitOfWork, clock);
    }

    @Produces
    @Singleton
    RestoreDeliveries restoreDeliveries(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        return new RestoreDeliveries(unitOfWork, ids, clock);
    }

    @Produces
    @Singleton
    ReceiverCapabilities receiverCapabilities(UnitOfWork unitOfWork, ExchangeConfig config, Clock clock) {
        return new ReceiverCapabilities(unitOfWork, config.contentLimit(), clock);
    }

    @Produces
    @Singleton
    Uploading uploading(UnitOfWork unitOfWork, UploadFiles files, ExchangeConfig config, IdSource ids, Clock clock) {
        return new Uploading(unitOfWork, files, config.contentLimit(), ids, clock);
    }

    @Produces
    @Singleton
    AppendToUpload appendToUpload(
            UnitOfWork unitOfWork, UploadFiles files, Uploading uploading, IdSource ids, Clock clock) {
        return new AppendToUpload(unitOfWork, files, uploading, ids, clock);
    }

    @Produces
    @Singleton
    SendUpload sendUpload(Uploading uploading, UploadFiles files, AcceptDispatch accept) {
        return new SendUpload(uploading, files, accept);
    }

    @Produces
    @Singleton
    Directory directory(UnitOfWork unitOfWork) {
        return new Directory(unitOfWork);
    }

    @Produces
    @Singleton
    OwnAgencies ownAgencies(UnitOfWork unitOfWork, Clock clock, Authenticate authenticate) {
        return new OwnAgencies(unitOfWork, clock, authenticate);
    }

    @Produces
    @Singleton
    ImportDirectory importDirectory(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        return new ImportDirectory(unitOfWork, ids, clock);
    }

    @Produces
    @Singleton
    Authenticate authenticate(UnitOfWork unitOfWork, Clock clock) {
        return new Authenticate(unitOfWork, clock);
    }

    @Produces
    @Singleton
    Register register(UnitOfWork unitOfWork, Clock clock) {
        return new Register(unitOfWork, clock);
    }

    @Produces
    @Singleton
    FailureTexts failureTexts() {
        return new FailureTexts();
    }

    @Produces
    @Singleton
    VxpPath vxpPath(ExchangeConfig config) {
        if (!VxpPath.isWellFormed(config.vxpExtraPath())) {
            throw new ConfigException(
                    "the key vxp-extra-path wants one to four parts, such as /LGSP/adapter, of A-Z a-z 0-9 . _ -"
                            + " that nothing else is served under");
        }
        return new VxpPath(config.vxpExtraPath());
    }

    @Produces
    @Singleton
    VxpSettings vxpSettings(ExchangeConfig config) {
        return new VxpSettings(config.vxpTimestampAge(), config.vxpChangeAge(), config.vxpTimestampAhead());
    }
}

package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.lienthong.exchange.application.register.AmendEntry;
import vn.lienthong.exchange.application.register.CloseRegister;
import vn.lienthong.exchange.application.register.ClosedFiles;
import vn.lienthong.exchange.application.register.ConfigureRegisters;
import vn.lienthong.exchange.application.register.PrintRegister;
import vn.lienthong.exchange.application.register.PrintSeal;
import vn.lienthong.exchange.application.register.ReadRegister;
import vn.lienthong.exchange.application.register.RegisterArrival;
import vn.lienthong.exchange.application.register.RegisterDocument;
import vn.lienthong.exchange.application.signing.SignOfficialDocument;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.infrastructure.register.PdfRegister;
import vn.lienthong.exchange.infrastructure.register.XmlRegister;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;

/** The use cases of registers. */
@ApplicationScoped
class RegisterProducer {
    @Produces
    @Singleton
    RegisterDocument registerDocument(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        return new RegisterDocument(unitOfWork, ids, clock);
    }

    @Produces
    @Singleton
    RegisterArrival registerArrival(IdSource ids, Clock clock) {
        return new RegisterArrival(ids, clock);
    }

    @Produces
    @Singleton
    AmendEntry amendEntry(UnitOfWork unitOfWork, Clock clock) {
        return new AmendEntry(unitOfWork, clock);
    }

    @Produces
    @Singleton
    ReadRegister readRegister(UnitOfWork unitOfWork) {
        return new ReadRegister(unitOfWork);
    }

    @Produces
    @Singleton
    ConfigureRegisters configureRegisters(UnitOfWork unitOfWork, Clock clock) {
        return new ConfigureRegisters(unitOfWork, clock);
    }

    @Produces
    @Singleton
    PrintRegister printRegister(UnitOfWork unitOfWork, ContentStore store, ExchangeConfig config, IdSource ids) {
        return new PrintRegister(
                unitOfWork, store, new XmlRegister(), new PdfRegister(), config.temporaryFolder(), ids);
    }

    @Produces
    @Singleton
    CloseRegister closeRegister(
            UnitOfWork unitOfWork,
            PrintRegister printing,
            ContentStore store,
            SignOfficialDocument signing,
            Clock clock) {
        return new CloseRegister(
                unitOfWork,
                new ClosedFiles(unitOfWork, printing, store, new PdfRegister(), new PrintSeal(signing), clock),
                clock);
    }
}

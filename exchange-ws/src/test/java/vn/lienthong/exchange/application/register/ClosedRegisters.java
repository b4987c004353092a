package vn.lienthong.exchange.application.register;

import java.nio.file.Path;
import vn.lienthong.exchange.infrastructure.register.PdfRegister;
import vn.lienthong.exchange.infrastructure.register.XmlRegister;
import vn.lienthong.exchange.it.TestExchange;

/** Printing and closing without a key. */
final class ClosedRegisters {
    final PrintRegister printing;
    final CloseRegister closing;

    @SuppressWarnings("NullAway") // no test here seals: the server's own do, with a token
    ClosedRegisters(TestExchange exchange, Clerk clerk, Path folder) {
        printing = new PrintRegister(
                exchange.unitOfWork, exchange.store, new XmlRegister(), new PdfRegister(), folder, exchange.ids);
        closing = new CloseRegister(
                exchange.unitOfWork,
                new ClosedFiles(
                        exchange.unitOfWork, printing, exchange.store, new PdfRegister(), new PrintSeal(null), clerk),
                clerk);
    }
}

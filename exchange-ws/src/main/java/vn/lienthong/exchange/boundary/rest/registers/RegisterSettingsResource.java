package vn.lienthong.exchange.boundary.rest.registers;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.register.ConfigureRegisters;
import vn.lienthong.exchange.application.register.ReadRegister;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;

/** How an agency keeps its registers. */
@Path("register-settings")
@Dependent
@Tag(name = "registers")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterSettingsResource {
    private final ReadRegister reading;
    private final ConfigureRegisters configureRegisters;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public RegisterSettingsResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public RegisterSettingsResource(ReadRegister reading, ConfigureRegisters configureRegisters) {
        this.reading = reading;
        this.configureRegisters = configureRegisters;
    }

    @GET
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "getRegisterSettings",
            summary = "Cách lập sổ đăng ký: how the agency's next registers are kept")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(schema = @Schema(implementation = SettingsBody.class)))
    public SettingsBody settings(
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            @Context SecurityContext security) {
        return SettingsBody.of(
                reading.settings(CallerPrincipal.of(security), Parameters.optionalAgency("agency", agency)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "putRegisterSettings",
            summary = "Đặt cách lập sổ đăng ký: one series of numbers for all documents, or one a kind",
            description = "`ownSeries` holds for registers that are opened from then on, so usually from 1 January; "
                    + "`arrivalOnConfirmation` at once.")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(schema = @Schema(implementation = SettingsBody.class)))
    public SettingsBody configure(
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            SettingsBody body,
            @Context SecurityContext security) {
        return SettingsBody.of(configureRegisters.configure(
                CallerPrincipal.of(security), Parameters.optionalAgency("agency", agency), body.settings()));
    }
}

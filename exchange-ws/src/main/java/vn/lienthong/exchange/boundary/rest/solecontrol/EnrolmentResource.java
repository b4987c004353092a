package vn.lienthong.exchange.boundary.rest.solecontrol;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.solecontrol.Enrol;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;

/** PIN and one-time passwords of officials: opened by an operator, chosen by the official. */
@Path("/")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {
    private final Enrol enrol;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public EnrolmentResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public EnrolmentResource(Enrol enrol) {
        this.enrol = enrol;
    }

    @POST
    @Path("people/{name}/signing-factor-enrolments")
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "openSigningFactorEnrolment",
            summary = "Cấp mã đăng ký yếu tố xác thực ký cho một người: a code with which the official chooses factors")
    @APIResponse(
            responseCode = "201",
            description = "The code, shown this once",
            content = @Content(schema = @Schema(implementation = EnrolmentBodies.Opened.class)))
    public Response open(@PathParam("name") String name, @Context SecurityContext security) {
        Enrol.Opened opened = enrol.open(CallerPrincipal.of(security), name);
        return created(EnrolmentBodies.Opened.of(opened));
    }

    @POST
    @Path("signing-factors")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "chooseSigningFactors",
            summary = "Chọn mã PIN và nhận khóa bí mật của mã xác thực một lần: nothing holds before it is confirmed")
    @APIResponse(
            responseCode = "201",
            description = "The secret, shown this once",
            content = @Content(schema = @Schema(implementation = EnrolmentBodies.Secret.class)))
    public Response choose(EnrolmentBodies.Choice body, @Context SecurityContext security) {
        Caller official = CallerPrincipal.of(security);
        return created(EnrolmentBodies.Secret.of(
                enrol.choose(official, body.enrolmentCode(), body.signingPin()), official.name()));
    }

    @POST
    @Path("signing-factors/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "confirmSigningFactors",
            summary = "Xác nhận bằng mã xác thực một lần đầu tiên: what was chosen holds from now on")
    @APIResponse(responseCode = "204", description = "It holds")
    public void confirm(EnrolmentBodies.Confirmation body, @Context SecurityContext security) {
        enrol.confirm(CallerPrincipal.of(security), body.enrolmentCode(), body.password());
    }

    private static Response created(Object body) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.status(Response.Status.CREATED)
                .entity(body)
                .type(MediaType.APPLICATION_JSON)
                .cacheControl(never)
                .build();
    }
}

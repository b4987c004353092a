package vn.lienthong.exchange.boundary.vxp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.OrganId;

/** The rows of the three lists of agencies. A member without a value is left out: the field's clients break on null. */
final class AgencyRows {
    private AgencyRows() {}

    /** Of {@code getAgenciesList}. */
    static Map<String, Object> agency(AgencyRecord row) {
        Map<String, Object> members = named(row.agency(), row.agency().id().value());
        VxpRows.putIfAny(members, "pid", parent(row.agency()));
        VxpRows.putIfAny(members, "oldCode", row.agency().code102());
        return members;
    }

    /** Of {@code getAgenciesListQD20}. */
    static Map<String, Object> decision20(AgencyRecord row) {
        Agency agency = row.agency();
        OrganId code = row.code20() == null ? agency.id() : row.code20();
        Map<String, Object> members = named(agency, code.value());
        VxpRows.putIfAny(members, "code102", agency.code102());
        return members;
    }

    /** Of {@code getSynchronizeUnit}. */
    static Map<String, Object> unit(AgencyRecord row) {
        Agency agency = row.agency();
        Map<String, Object> members = named(agency, agency.id().value());
        VxpRows.putIfAny(members, "pid", parent(agency));
        members.put("version", row.version());
        VxpRows.putIfAny(
                members,
                "centerCode",
                agency.system() == null ? null : agency.system().value());
        members.put("deleted", row.closed());
        members.put("modifyDate", VxpTime.inAnswers(row.modifiedAt()));
        members.put("isAgency", agency.system() != null);
        return members;
    }

    private static Map<String, Object> named(Agency agency, String code) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", agency.id().value());
        members.put("code", code);
        members.put("name", agency.name());
        VxpRows.putIfAny(members, "mail", agency.mail());
        return members;
    }

    private static @Nullable String parent(Agency agency) {
        return agency.parent() == null ? null : agency.parent().value();
    }
}

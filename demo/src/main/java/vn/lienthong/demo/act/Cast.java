package vn.lienthong.demo.act;

import vn.lienthong.demo.http.Http;
import vn.lienthong.demo.rest.RestClient;
import vn.lienthong.demo.soap.SoapClient;
import vn.lienthong.demo.soap.SystemKey;
import vn.lienthong.demo.vxp.VxpClient;

/** Everybody who has a part, each with credentials of his own. */
public record Cast(
        RestClient official,
        RestClient clerk,
        VxpClient sender,
        SoapClient ministry,
        RestClient province,
        VxpClient provinceOnAxis,
        RestClient auditor) {

    /** Whose certificate signs the answers of the SOAP service: the subject that the demonstration's ceremony gives the key. */
    private static final String SOAP_SERVICE = "Máy chủ liên thông";

    public static Cast of(Stage stage, Http http) {
        SystemKey ministry = SystemKey.load(
                stage.pki("systems/ministry.p12"),
                "ministry",
                stage.secret("ministry.password"),
                stage.pki("systems-anchors/systems-ca.pem"),
                SOAP_SERVICE);
        return new Cast(
                new RestClient(http, stage.secret("nguyen-van-an.token")),
                new RestClient(http, stage.secret("van-thu-bac-kan.token")),
                new VxpClient(http, "qlvb.bac-kan", stage.secret("qlvb.bac-kan.vxp"), stage.clock()),
                new SoapClient(http, ministry),
                new RestClient(http, stage.secret("qlvb.cao-bang.token")),
                new VxpClient(http, "qlvb.cao-bang", stage.secret("qlvb.cao-bang.vxp"), stage.clock()),
                new RestClient(http, stage.secret("kiem-toan.token")));
    }
}

package vn.lienthong.exchange.boundary.soap.message;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** The port type {@code Exchange}. Every operation ends in its answer or in a fault with an {@link ExchangeFault}. */
@WebService(name = "Exchange", targetNamespace = Names.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface Exchange {

    @WebMethod(operationName = "SendDocument", action = Names.NAMESPACE + "/SendDocument")
    @WebResult(name = "SendDocumentResponse", targetNamespace = Names.NAMESPACE, partName = "parameters")
    SendDocumentResponse sendDocument(
            @WebParam(name = "SendDocument", targetNamespace = Names.NAMESPACE, partName = "parameters")
                    SendDocument request)
            throws ExchangeFaultException;

    @WebMethod(operationName = "GetPendingDocumentIds", action = Names.NAMESPACE + "/GetPendingDocumentIds")
    @WebResult(name = "GetPendingDocumentIdsResponse", targetNamespace = Names.NAMESPACE, partName = "parameters")
    GetPendingDocumentIdsResponse getPendingDocumentIds(
            @WebParam(name = "GetPendingDocumentIds", targetNamespace = Names.NAMESPACE, partName = "parameters")
                    GetPendingDocumentIds request)
            throws ExchangeFaultException;

    @WebMethod(operationName = "GetDocument", action = Names.NAMESPACE + "/GetDocument")
    @WebResult(name = "GetDocumentResponse", targetNamespace = Names.NAMESPACE, partName = "parameters")
    GetDocumentResponse getDocument(
            @WebParam(name = "GetDocument", targetNamespace = Names.NAMESPACE, partName = "parameters")
                    GetDocument request)
            throws ExchangeFaultException;

    @WebMethod(operationName = "ConfirmReceived", action = Names.NAMESPACE + "/ConfirmReceived")
    @WebResult(name = "ConfirmReceivedResponse", targetNamespace = Names.NAMESPACE, partName = "parameters")
    ConfirmReceivedResponse confirmReceived(
            @WebParam(name = "ConfirmReceived", targetNamespace = Names.NAMESPACE, partName = "parameters")
                    ConfirmReceived request)
            throws ExchangeFaultException;

    @WebMethod(operationName = "UpdateTraces", action = Names.NAMESPACE + "/UpdateTraces")
    @WebResult(name = "UpdateTracesResponse", targetNamespace = Names.NAMESPACE, partName = "parameters")
    UpdateTracesResponse updateTraces(
            @WebParam(name = "UpdateTraces", targetNamespace = Names.NAMESPACE, partName = "parameters")
                    UpdateTraces request)
            throws ExchangeFaultException;

    @WebMethod(operationName = "GetTraces", action = Names.NAMESPACE + "/GetTraces")
    @WebResult(name = "GetTracesResponse", targetNamespace = Names.NAMESPACE, partName = "parameters")
    GetTracesResponse getTraces(
            @WebParam(name = "GetTraces", targetNamespace = Names.NAMESPACE, partName = "parameters") GetTraces request)
            throws ExchangeFaultException;

    @WebMethod(operationName = "GetOrganizations", action = Names.NAMESPACE + "/GetOrganizations")
    @WebResult(name = "GetOrganizationsResponse", targetNamespace = Names.NAMESPACE, partName = "parameters")
    GetOrganizationsResponse getOrganizations(
            @WebParam(name = "GetOrganizations", targetNamespace = Names.NAMESPACE, partName = "parameters")
                    GetOrganizations request)
            throws ExchangeFaultException;
}

package io.counterfoil.suite.twin.salesforce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The SOAP side of outbound messages: the notifications as they are sent, and the acknowledgement as it must come back. */
final class SoapMessage {

    private static final String NAMESPACE = "http://soap.sforce.com/2005/09/outbound";
    private static final List<String> FIELDS = List.of("AccountId", "LastModifiedDate", "StageName", "SystemModstamp");

    private SoapMessage() {}

    /** One message with all these notifications; each carries the record as it is now, not as it was when queued. */
    static String of(String organizationId, String sessionId, String url, List<Notification> notifications, Org org) {
        StringBuilder each = new StringBuilder();
        for (Notification one : notifications) {
            each.append(notification(one, org.get(Schema.OPPORTUNITY, one.opportunityId())));
        }
        String organization15 = organizationId.substring(0, 15);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
                xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                 <soapenv:Body>
                  <notifications xmlns="%s">
                   <OrganizationId>%s</OrganizationId>
                   <ActionId>%s</ActionId>
                   <SessionId>%s</SessionId>
                   <EnterpriseUrl>%s/services/Soap/c/62.0/%s</EnterpriseUrl>
                   <PartnerUrl>%s/services/Soap/u/62.0/%s</PartnerUrl>
                %s  </notifications>
                 </soapenv:Body>
                </soapenv:Envelope>
                """
                .formatted(
                        NAMESPACE,
                        escaped(organizationId),
                        RecordId.numbered("04k", 1),
                        escaped(sessionId),
                        url,
                        organization15,
                        url,
                        organization15,
                        each);
    }

    /** True only for the acknowledgement as the product's WSDL has it. */
    static boolean acknowledges(byte[] answer) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            NodeList acks = builder.parse(new ByteArrayInputStream(answer)).getElementsByTagNameNS(NAMESPACE, "Ack");
            return acks.getLength() == 1 && acks.item(0).getTextContent().equals("true");
        } catch (SAXException | IOException notXml) {
            return false;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String notification(Notification one, SObject record) {
        StringBuilder fields = new StringBuilder(field("Id", record.id()));
        for (String name : FIELDS) {
            Object value = record.get(name);
            if (value != null) {
                fields.append(field(name, value));
            }
        }
        return """
                   <Notification>
                    <Id>%s</Id>
                    <sObject xsi:type="sf:Opportunity" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
                %s    </sObject>
                   </Notification>
                """
                .formatted(one.id(), fields);
    }

    private static String field(String name, Object value) {
        String text = value instanceof Instant time
                ? FieldType.REST_TIME.format(time).replace("+0000", "Z")
                : String.valueOf(value);
        return "     <sf:%s>%s</sf:%s>%n".formatted(name, escaped(text), name);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

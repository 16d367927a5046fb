package io.counterfoil.order.channel;

import java.nio.charset.StandardCharsets;

/** Outbound messages as Salesforce documents them, with invented content. */
final class Messages {

    static final String ORGANIZATION = "00D000000000001AAA";
    static final String SESSION = "00D000000000001!AQ.session-of-a-user";

    private Messages() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String notification(int number, String type, String recordId) {
        return """
                <Notification>
                  <Id>04l%015d</Id>
                  <sObject xsi:type="sf:%s" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
                    <sf:Id>%s</sf:Id>
                    <sf:StageName>Closed Won</sf:StageName>
                  </sObject>
                </Notification>
                """
                .formatted(number, type, recordId);
    }

    static String won(int number) {
        return notification(number, "Opportunity", "006%012dAAA".formatted(number));
    }

    static String envelope(String notifications) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
                xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <soapenv:Body>
                    <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
                      <OrganizationId>%s</OrganizationId>
                      <ActionId>04k000000000001AAA</ActionId>
                      <SessionId>%s</SessionId>
                      <EnterpriseUrl>https://crm.example/services/Soap/c/62.0</EnterpriseUrl>
                      <PartnerUrl>https://crm.example/services/Soap/u/62.0</PartnerUrl>
                      %s
                    </notifications>
                  </soapenv:Body>
                </soapenv:Envelope>
                """
                .formatted(ORGANIZATION, SESSION, notifications);
    }
}

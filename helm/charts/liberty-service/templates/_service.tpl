{{- define "liberty-service.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "liberty-service.fullname" . }}
  labels: {{- include "liberty-service.labels" . | nindent 4 }}
spec:
  type: ClusterIP
  selector: {{- include "liberty-service.selector" . | nindent 4 }}
  ports:
    - name: http
      port: {{ .Values.service.port }}
      targetPort: http
      appProtocol: http
{{- end -}}

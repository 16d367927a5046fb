{{/* Expands the schema before the new version starts; contraction belongs to the release after next. */}}
{{- define "liberty-service.migration" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ printf "%s-migration" (include "liberty-service.fullname" . | trunc 53) }}
  labels: {{- include "liberty-service.labels" . | nindent 4 }}
  {{- if .Values.migration.hook }}
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-weight: "0"
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
  {{- end }}
spec:
  backoffLimit: 3
  activeDeadlineSeconds: {{ .Values.migration.deadlineSeconds }}
  ttlSecondsAfterFinished: 86400
  template:
    metadata:
      # Not the selector's labels: a migration must not receive the service's traffic.
      labels:
        app.kubernetes.io/name: {{ include "liberty-service.name" . }}-migration
        app.kubernetes.io/instance: {{ .Release.Name }}
        app.kubernetes.io/part-of: counterfoil
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      {{- with .Values.image.pullSecrets }}
      imagePullSecrets: {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext: {{- include "liberty-service.podSecurity" . | nindent 8 }}
      containers:
        - name: migrate
          image: {{ include "liberty-service.image" . | quote }}
          imagePullPolicy: {{ .Values.image.pullPolicy }}
          securityContext: {{- include "liberty-service.containerSecurity" . | nindent 12 }}
          command: [java, -cp, '/opt/counterfoil/migration:/opt/counterfoil/lib/*', io.counterfoil.common.db.MigrateDatabase]
          env: {{- include "liberty-service.databaseEnvironment" . | nindent 12 }}
          resources:
            requests: {cpu: 100m, memory: 128Mi}
            limits: {memory: 256Mi}
          volumeMounts:
            - {name: tmp, mountPath: /tmp}
      volumes:
        - name: tmp
          emptyDir: {}
{{- end -}}

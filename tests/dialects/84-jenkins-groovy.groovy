pipeline {
  agent any
  stages {
    stage('init') {
      steps {
        sh "terraform init -no-color -backend-config='bucket=${env.TF_BUCKET}' -backend-config='key=jobs/${env.JOB_NAME}.tfstate' -backend-config='region=eu-west-1' -backend-config='dynamodb_table=tf-locks'"
      }
    }
  }
}

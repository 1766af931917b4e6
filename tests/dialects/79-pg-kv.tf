terraform {
  backend "pg" {
    conn_str = "host=db.corp.example user=tf password=@PASSWORD@ dbname=tfstate sslmode=verify-full"
  }
}

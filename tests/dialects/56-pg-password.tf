terraform {
  backend "pg" {
    conn_str = "postgres://tf:@PASSWORD@@db.corp.example:5432/tfstate?sslmode=require"
  }
}

terraform {
  backend "oss" {
    bucket              = "corp-oss"
    prefix              = "path/mystate"
    key                 = "version-1.tfstate"
    region              = "cn-beijing"
    tablestore_endpoint = "https://corp.cn-hangzhou.ots.aliyuncs.com"
    tablestore_table    = "statelock"
  }
}

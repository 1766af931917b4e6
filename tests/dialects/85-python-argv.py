subprocess.run(
    ["terraform", "init", "-backend-config=bucket=corp-py", "-backend-config=key=py/terraform.tfstate", "-backend-config=region=eu-west-1"],
    check=True,
)

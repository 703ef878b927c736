# A server on ConoHa. Which image it starts from is told by the image's ID: find it in the ConoHa Images side bar.

terraform {
  required_providers {
    openstack = {
      source = "terraform-provider-openstack/openstack"
    }
  }
}

variable "image_id" {
  description = "ID of the image the server starts from."
  type        = string
  default     = "" # paste the ID here
}

resource "openstack_compute_instance_v2" "web" {
  name        = "web"
  image_id    = var.image_id
  flavor_name = "g-1gb"
  key_pair    = "me"
}

"""What an auditor is given: every row and paper of one training or contract, and all that disagrees."""
